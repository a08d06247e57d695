import { cheapestPlanAllowing, limitOf } from '@vetrina/domain/entitlements';
import type { Plan } from '@vetrina/protocol/http/account';
import type { Group, NewInvitation, TeamMemberEdit } from '@vetrina/protocol/http/team';
import type { AgentId, GroupKey } from '@vetrina/protocol/ids';
import { demandFeature } from '../platform/demand-feature.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Actor, Member } from './ports.ts';

type Team = readonly Member[];

const activeOf = (team: Team): number => team.filter(({ active }) => active).length;

/** P: is there a seat for one more, beside `taken`? @throws Refusal `seat_limit` with the cheapest plan that has one */
export function demandSeat(plan: Plan, taken: number): void {
  if (taken < limitOf(plan, 'agents')) return;
  const bigger = cheapestPlanAllowing('agents', taken + 1);
  throw new Refusal('seat_limit', bigger === null ? {} : { plan: bigger });
}

/**
 * Nobody is put into a group that does not exist: it would be left out, and whoever has no group sees everyone (T1).
 * @throws Refusal `bad_request`
 */
export function demandKnownGroups(wanted: readonly GroupKey[], existing: readonly Pick<Group, 'key'>[]): void {
  if (wanted.every((group) => existing.some(({ key }) => key === group))) return;
  throw new Refusal('bad_request', { fields: { groups: 'unknown' } });
}

/** @throws Refusal `plan_required` */
export function demandGroups(plan: Plan): void {
  demandFeature(plan, 'groups');
}

/** T1: only owners make owners. @throws Refusal `forbidden`, `plan_required` */
export function checkInvited(by: Pick<Actor, 'role'>, plan: Plan, { role, groups }: NewInvitation): void {
  if (role === 'owner' && by.role !== 'owner') throw new Refusal('forbidden');
  if (groups.length > 0) demandGroups(plan);
}

/** @throws Refusal `email_taken` for somebody who is of the team already, `seat_limit` */
export function checkRoom(plan: Plan, team: Team, email: string, invited: number): void {
  if (team.some((member) => member.active && member.email === email)) {
    throw new Refusal('email_taken', { fields: { email: 'taken' } });
  }
  demandSeat(plan, activeOf(team) + invited);
}

/** An invitation is accepted: the plan may have shrunk since. */
export function checkAccepted(plan: Plan, team: Team): void {
  demandSeat(plan, activeOf(team));
}

/**
 * T1: who may change whom. Admins leave owners alone and make none; an account keeps an owner who can sign in; who comes back
 * needs a free seat.
 * @throws Refusal `forbidden`, `last_owner`, `seat_limit`, `plan_required`
 */
export function checkMemberEdit(
  by: Pick<Actor, 'role'>,
  plan: Plan,
  team: Team,
  agent: AgentId,
  edit: TeamMemberEdit,
): void {
  const member = team.find(({ id }) => id === agent);
  if (member === undefined) return;
  if (by.role !== 'owner' && (member.role === 'owner' || edit.role === 'owner')) throw new Refusal('forbidden');
  if (edit.groups !== undefined && edit.groups.length > 0) demandGroups(plan);
  const after = { role: edit.role ?? member.role, active: edit.active ?? member.active };
  if (after.active && !member.active) demandSeat(plan, activeOf(team));
  const owners = team.filter(({ id, role, active }) => active && role === 'owner' && id !== agent).length;
  const wasOwner = member.active && member.role === 'owner';
  if (wasOwner && owners === 0 && !(after.active && after.role === 'owner')) throw new Refusal('last_owner');
}
