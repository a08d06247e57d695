import type { TeamMember, TeamMemberEdit } from '@vetrina/protocol/http/team';
import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import type { Events } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Authentication, Colleague, SecondFactors, TeamStore } from './ports.ts';
import type { KeptTeams } from './team-directory.ts';
import { checkMemberEdit, demandKnownGroups } from './team-rules.ts';
import type { Caller } from './who-is-it.ts';

export interface ManageTeamParts {
  readonly team: TeamStore;
  readonly teams: KeptTeams;
  readonly factors: Pick<SecondFactors, 'having'>;
  readonly authentication: Pick<Authentication, 'endSessions'>;
  readonly endings: { ended(session: string): void };
  readonly events: Events;
  /** Who is online now: chose so, and has a dashboard open or had one until just now. */
  readonly onlineAgents: (account: AccountId) => ReadonlySet<AgentId>;
}

/** Everyone who works or worked for the account, oldest first. */
export async function listTeam(parts: ManageTeamParts, { account }: Caller): Promise<TeamMember[]> {
  const members = await parts.teams.members(account.id);
  return shown(parts, account.id, members);
}

/**
 * Changes a member's role, groups or whether they may sign in. Whoever is deactivated is signed out at once, everywhere.
 * @throws Refusal `not_found`, `forbidden`, `last_owner`, `seat_limit`, `plan_required`, `bad_request` (no such group)
 */
export async function editMember(
  parts: ManageTeamParts,
  { actor, account }: Caller,
  agent: AgentId,
  { role, groups, active }: TeamMemberEdit,
): Promise<TeamMember> {
  const edit = {
    ...(role === undefined ? {} : { role }),
    ...(groups === undefined ? {} : { groups }),
    ...(active === undefined ? {} : { active }),
  };
  if (groups !== undefined) demandKnownGroups(groups, await parts.team.groups(account.id));
  const found = await parts.team.change(account.id, agent, edit, (team) =>
    checkMemberEdit(actor, account.plan, team, agent, edit),
  );
  if (!found) throw new Refusal('not_found');
  parts.teams.changed(account.id);
  const member = (await parts.teams.members(account.id)).find(({ id }) => id === agent);
  if (member === undefined) throw new Refusal('not_found');
  if (!member.active) {
    for (const session of await parts.authentication.endSessions(member.user, null)) parts.endings.ended(session);
  }
  parts.events.memberChanged({ account: account.id, agent, by: actor.agent, changed: Object.keys(edit) });
  const [edited] = await shown(parts, account.id, [member]);
  if (edited === undefined) throw new Refusal('not_found');
  return edited;
}

async function shown(
  { factors, onlineAgents }: ManageTeamParts,
  account: AccountId,
  members: readonly Colleague[],
): Promise<TeamMember[]> {
  const secured = await factors.having(members.map(({ user }) => user));
  const online = onlineAgents(account);
  return members.map(({ user, status: _, groups, ...member }) => ({
    ...member,
    groups: [...groups],
    online: online.has(member.id),
    twoFactor: secured.has(user),
  }));
}
