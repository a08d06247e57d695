import type { RuleLogic } from '@vetrina/protocol/automation/rule';
import type { Schedule } from '@vetrina/protocol/automation/schedule';
import { checkConditions } from './conditions.ts';
import type { RuleFacts } from './facts.ts';
import { spansOf } from './schedule.ts';

/** Times are worked out for a page so far ahead, ms. */
export const TIMES_AHEAD = 86_400_000;

/**
 * What a page has to decide of a rule: the rest of it when everything that is known of the visitor is taken out. Null: it cannot
 * fire for this visitor as they are now. `decide` says the same of the rest as of the whole, until `TIMES_AHEAD` from `now`.
 *
 * @param times the schedule's, by `timesForPage`
 */
export function forPage(
  logic: RuleLogic,
  facts: Pick<RuleFacts, 'visitor'>,
  times: Schedule['times'],
): RuleLogic | null {
  return concerns(logic, facts.visitor, times) ? restOf(logic, times) : null;
}

/** Can the rule fire for this visitor at all, as they are now? */
export function concerns({ who }: RuleLogic, visitor: RuleFacts['visitor'], times: Schedule['times']): boolean {
  if (times?.by === 'spans' && times.list.length === 0) return false;
  return checkConditions(who, { page: NOWHERE, visitor }).holds === true;
}

/** The rule without what the server decides: the same for everybody whom it concerns. */
export function restOf(logic: RuleLogic, times: Schedule['times']): RuleLogic {
  return { ...logic, who: { match: 'all', list: [] }, schedule: { ...logic.schedule, times } };
}

/** Who somebody is does not depend on where they are. */
const NOWHERE = { address: '', title: '' };

/** A schedule's times as a page understands them: for everybody the same, and worth remembering. */
export function timesForPage({ times }: Schedule, now: number): Schedule['times'] {
  if (times === null || times.by === 'spans') return times;
  return { by: 'spans', list: spansOf(times, now, now + TIMES_AHEAD) };
}
