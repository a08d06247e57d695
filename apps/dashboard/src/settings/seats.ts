import { cheapestPlanAllowing, limitOf } from '@vetrina/domain/entitlements';
import type { Plan } from '@vetrina/protocol/http/account';
import type { Invitation, TeamMember } from '@vetrina/protocol/http/team';

export interface Seats {
  /** Active members who have one. */
  readonly taken: number;
  /** Active members for whom there is none: the plan became smaller than the team. */
  readonly without: number;
  /** Invitations that wait; each may take a seat when it is accepted. */
  readonly invited: number;
  readonly limit: number;
  /** No room for one more invitation. */
  readonly isFull: boolean;
  /** The cheapest plan with room for one more; null: none has. */
  readonly next: Plan | null;
  /** The cheapest plan with a seat for every active member; null: none has. */
  readonly forAll: Plan | null;
}

/** P: how many of the plan's seats are taken. Deactivated members take none; an expired invitation neither. */
export function seatsOf(
  plan: Plan,
  team: readonly TeamMember[],
  invitations: readonly Invitation[],
  now: number,
): Seats {
  const active = team.filter((member) => member.active);
  const taken = active.filter(({ seated }) => seated).length;
  const invited = invitations.filter(({ expiresAt }) => expiresAt > now).length;
  const limit = limitOf(plan, 'agents');
  const wanted = active.length + invited + 1;
  return {
    taken,
    without: active.length - taken,
    invited,
    limit,
    isFull: wanted > limit,
    next: cheapestPlanAllowing('agents', wanted),
    forAll: cheapestPlanAllowing('agents', active.length),
  };
}
