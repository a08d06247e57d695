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
  facts: Pick<RuleFacts, 'visitor' | 'page'>,
  times: Schedule['times'],
): RuleLogic | null {
  if (checkConditions(logic.who, facts).holds !== true) return null;
  if (times?.by === 'spans' && times.list.length === 0) return null;
  return { ...logic, who: { match: 'all', list: [] }, schedule: { ...logic.schedule, times } };
}

/** A schedule's times as a page understands them: for everybody the same, and worth remembering. */
export function timesForPage({ times }: Schedule, now: number): Schedule['times'] {
  if (times === null || times.by === 'spans') return times;
  return { by: 'spans', list: spansOf(times, now, now + TIMES_AHEAD) };
}
