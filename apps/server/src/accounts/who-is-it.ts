import { cheapestPlanAllowing, entitled } from '@vetrina/domain/entitlements';
import type { Account, Agent } from '@vetrina/protocol/http/account';
import type { AgentId } from '@vetrina/protocol/ids';
import { Refusal } from '../platform/refusal.ts';
import type { AccountDirectory, Actor, Authentication, Colleague, TeamDirectory, TeamStore, UserId } from './ports.ts';

export interface Caller {
  /** The person behind the agent. */
  readonly user: UserId;
  readonly actor: Actor;
  readonly agent: Agent;
  readonly account: Account;
}

/**
 * Who a request's cookie belongs to; null: nobody who works here (any more).
 * @throws Refusal `seat_limit`: works here, but the plan has become too small for everybody (P)
 */
export async function whoIsIt(
  parts: {
    readonly authentication: Authentication;
    readonly team: Pick<TeamStore, 'membership'>;
    readonly teams: Pick<TeamDirectory, 'members'>;
    readonly directory: Pick<AccountDirectory, 'byId'>;
  },
  cookie: string | undefined,
): Promise<Caller | null> {
  const found = await parts.authentication.session(cookie);
  const membership = found === null ? null : await parts.team.membership(found.user);
  const account = membership === null ? null : await parts.directory.byId(membership.account);
  if (found === null || membership === null || account === null) return null;
  const { agent } = membership;
  demandOwnSeat(await parts.teams.members(account.id), agent.id);
  const groups = entitled(account.plan, 'groups') ? membership.groups : [];
  return {
    user: found.user,
    actor: { account: account.id, agent: agent.id, name: agent.name, role: agent.role, groups, session: found.session },
    agent,
    account,
  };
}

/** @throws Refusal `seat_limit`, naming the cheapest plan with a seat for everybody */
function demandOwnSeat(team: readonly Colleague[], agent: AgentId): void {
  // Somebody who joined through another process a moment ago is not known here yet.
  if (team.find(({ id }) => id === agent)?.seated !== false) return;
  const plan = cheapestPlanAllowing('agents', team.filter(({ active }) => active).length);
  throw new Refusal('seat_limit', plan === null ? {} : { plan });
}
