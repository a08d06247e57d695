import type { Group, GroupEdit, NewGroup } from '@vetrina/protocol/http/team';
import type { GroupKey } from '@vetrina/protocol/ids';
import type { Clock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import type { GroupStore, TeamStore } from './ports.ts';
import type { KeptTeams } from './team-directory.ts';
import { demandGroups } from './team-rules.ts';
import type { Caller } from './who-is-it.ts';

export interface GroupParts {
  readonly team: Pick<TeamStore, keyof GroupStore | 'members'>;
  readonly teams: Pick<KeptTeams, 'changed'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** Oldest first. Groups from a better plan are kept and shown; they just decide nothing. */
export async function listGroups({ team }: GroupParts, { account }: Caller): Promise<Group[]> {
  return [...(await team.groups(account.id))];
}

/** @throws Refusal `plan_required`, `name_taken` */
export async function addGroup(parts: GroupParts, caller: Caller, wanted: NewGroup): Promise<Group> {
  const { account } = caller;
  demandGroups(account.plan);
  if (!(await parts.team.addGroup(account.id, wanted, parts.clock.now()))) {
    throw new Refusal('name_taken', { fields: { key: 'taken' } });
  }
  return changed(parts, caller, wanted.key);
}

/** @throws Refusal `plan_required`, `not_found` */
export async function editGroup(parts: GroupParts, caller: Caller, key: GroupKey, edit: GroupEdit): Promise<Group> {
  demandGroups(caller.account.plan);
  if (!(await parts.team.editGroup(caller.account.id, key, edit))) throw new Refusal('not_found');
  return changed(parts, caller, key);
}

/**
 * Its members belong to one group less; visitors and conversations keep its key.
 * @throws Refusal `not_found`; `only_group`: without it somebody would be limited to no group, which is to see everyone (T1)
 */
export async function removeGroup(parts: GroupParts, { account }: Caller, key: GroupKey): Promise<void> {
  const team = await parts.team.members(account.id);
  if (team.some(({ active, groups }) => active && groups.length === 1 && groups[0] === key)) {
    throw new Refusal('only_group');
  }
  if (!(await parts.team.removeGroup(account.id, key))) throw new Refusal('not_found');
  parts.teams.changed(account.id);
}

async function changed(parts: GroupParts, caller: Caller, key: GroupKey): Promise<Group> {
  parts.teams.changed(caller.account.id);
  const group = (await listGroups(parts, caller)).find((one) => one.key === key);
  if (group === undefined) throw new Refusal('not_found');
  return group;
}
