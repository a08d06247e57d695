import type { RuleDraft } from '@vetrina/protocol/automation/rule';
import { textHolds } from './compare.ts';
import type { KnownContact } from './greeting.ts';

/** A6: a goal counts if it is reached so long after the message, ms. */
export const GOAL_WITHIN = 7 * 86_400_000;

/** Is this page the goal of what was written to the visitor, or was kept back from them? */
export function reachesGoal(
  { at: since, goalAt }: Pick<KnownContact, 'at' | 'goalAt'>,
  goal: RuleDraft['goal'],
  address: string,
  at: number,
): boolean {
  return goal !== null && goalAt === null && at - since < GOAL_WITHIN && textHolds(address, 'contains', goal.address);
}
