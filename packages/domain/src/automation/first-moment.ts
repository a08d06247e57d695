import type { RuleLogic } from '@vetrina/protocol/automation/rule';
import type { Schedule } from '@vetrina/protocol/automation/schedule';
import { decide, whenDue } from './decide.ts';
import type { RuleFacts } from './facts.ts';

/** Times as spans: whoever looks ahead has worked a calendar out (`timesForPage`). */
export type SpannedLogic = RuleLogic & {
  readonly schedule: { readonly times: Extract<Schedule['times'], { by: 'spans' }> | null };
};

/**
 * The first moment from `from` on at which the rule fires if nothing happens but time; null: none. For timers, which look there
 * once instead of all the time; `decide` has the last word. Where something is not known: the first at which it may fire.
 */
export function firstMoment(logic: SpannedLogic, facts: RuleFacts, from: number): number | null {
  const dueAt = whenDue(logic, facts);
  if (dueAt == null) return null;
  const earliest = Math.max(from, dueAt);
  const at = firstIn(logic.schedule.times, earliest);
  return at !== null && decide(logic, facts, at).fires !== false ? at : null;
}

function firstIn(times: SpannedLogic['schedule']['times'], from: number): number | null {
  if (times === null) return from;
  const span = times.list.find(([, to]) => from < to);
  return span === undefined ? null : Math.max(from, span[0]);
}
