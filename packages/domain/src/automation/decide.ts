import type { RuleLogic, Trigger } from '@vetrina/protocol/automation/rule';
import { type Checks, checkConditions } from './conditions.ts';
import type { Happened, RuleFacts } from './facts.ts';
import { timesHold } from './schedule.ts';
import { allHold, type Verdict } from './verdict.ts';

/** Whether a rule's moment has come, and all that it depends on (A2, A4). */
export interface Decision {
  readonly fires: Verdict;
  /** When its time comes or came, ms; null: not before something else happens; undefined: that cannot be told here. */
  readonly dueAt: Happened;
  readonly isDue: Verdict;
  readonly where: Checks;
  readonly who: Checks;
  readonly team: Verdict;
  readonly times: Verdict;
}

/**
 * THE decision (A2): has the moment of a rule come at `at` (ms since 1970)? Page, server, "why not" and dry run all ask here.
 *
 * A rule's time comes once its trigger has happened and its delay is over, and then stays: it fires at the first moment from
 * there on at which where, who and schedule hold as well. Whether the visitor may be written to at all is another question
 * (`contact-budget.ts`).
 */
export function decide(logic: RuleLogic, facts: RuleFacts, at: number): Decision {
  const dueAt = whenDue(logic, facts);
  const isDue = dueAt == null ? (dueAt === null ? false : undefined) : dueAt <= at;
  const where = checkConditions(logic.where, facts);
  const who = checkConditions(logic.who, facts);
  const team = teamHolds(logic, facts);
  const times = timesHold(logic.schedule.times, at);
  return {
    fires: allHold([isDue, where.holds, who.holds, team, times]),
    ...{ dueAt, isDue, where, who, team, times },
  };
}

/** When the time of a rule comes; null: not before something else happens; undefined: that cannot be told here. */
export function whenDue({ when, delay }: Pick<RuleLogic, 'when' | 'delay'>, facts: RuleFacts): Happened {
  const since = happenedAt(when, facts);
  return since == null ? since : since + delay * 1_000;
}

function happenedAt(when: Trigger, { page, visitStartedAt, chatOpenedAt, waitingSince }: RuleFacts): Happened {
  switch (when.on) {
    case 'arrival':
      return visitStartedAt;
    case 'page-opened':
      return page.openedAt;
    case 'time-on-page':
      return page.openedAt === undefined ? undefined : page.openedAt + when.seconds * 1_000;
    case 'time-on-site':
      return visitStartedAt + when.seconds * 1_000;
    case 'scrolled':
      return page.scrolled && (page.scrolled.find(({ percent }) => percent >= when.percent)?.at ?? null);
    case 'exit-intent':
      return page.leavingAt;
    case 'unanswered':
      return waitingSince == null ? waitingSince : waitingSince + when.seconds * 1_000;
    case 'event':
      return page.events && (Object.hasOwn(page.events, when.name) ? (page.events[when.name] ?? null) : null);
    case 'chat-opened':
      return chatOpenedAt;
  }
}

function teamHolds({ schedule: { team } }: RuleLogic, { teamIsThere }: RuleFacts): Verdict {
  if (team === 'any') return true;
  return teamIsThere === undefined ? undefined : teamIsThere === (team === 'online');
}
