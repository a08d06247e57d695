import type { Rule } from '@vetrina/protocol/automation/rule';
import type { Silence } from '@vetrina/protocol/http/automation';
import type { PageViewId, RuleId, VisitId, VisitorId } from '@vetrina/protocol/ids';
import { type Contact, type TalkFacts, whyHeld } from './contact-budget.ts';
import { decide, whenDue } from './decide.ts';
import type { RuleFacts, VisitorFacts } from './facts.ts';
import { firstMoment, type SpannedLogic } from './first-moment.ts';

/** A stored visit, as a dry run goes through it (A5). Times are ms since 1970. */
export interface PastVisit {
  readonly visitor: VisitorId;
  readonly visit: VisitId;
  readonly who: VisitorFacts;
  readonly startedAt: number;
  /** In their order; `until` is excluded. */
  readonly pages: readonly {
    readonly id: PageViewId;
    readonly address: string;
    readonly title: string;
    readonly openedAt: number;
    readonly until: number;
  }[];
  /** When the visitor had written and nobody had answered yet. */
  readonly waits: readonly { readonly from: number; readonly until: number }[];
  /** Messages that agents wrote by themselves (V8). */
  readonly writtenAt: readonly number[];
}

/** A rule whose calendar was worked out for the time that is gone through. */
export type PastRule = Pick<Rule, 'id' | 'repeat' | 'stopWhenAnswered'> & { readonly logic: SpannedLogic };

/** What a rule would have done in a visit. */
export type Replayed = { readonly rule: RuleId; readonly page: PageViewId; readonly at: number } & (
  | { readonly came: 'sent' }
  /** Its moment may have come: it depends on what is not stored (scrolling, events, who was online). */
  | { readonly came: 'perhaps' }
  | {
      readonly came: 'held';
      readonly because: Silence /** Which rule had written instead. */;
      readonly by: RuleId | null;
    }
);

interface Turn {
  readonly at: number;
  readonly rule: PastRule;
  readonly page: PastVisit['pages'][number];
  readonly isSure: boolean;
}

/**
 * A5: what these rules (in the account's order) would have done in a visit, under the same decision and the same budget as in
 * earnest.
 * @param before contacts of the same visitor from earlier visits, as an earlier replay left them
 */
export function replay(
  visit: PastVisit,
  rules: readonly PastRule[],
  before: readonly Contact[],
): { readonly events: readonly Replayed[]; readonly contacts: readonly Contact[] } {
  const contacts = [...before, ...visit.writtenAt.map(byAgent)];
  const events: Replayed[] = [];
  const turns = visit.pages.flatMap((page) => rules.flatMap((rule) => turnOf(visit, page, rule) ?? []));
  for (let turn = takeFirst(turns, rules); turn !== undefined; turn = takeFirst(turns, rules)) {
    const { at, rule, page, isSure } = turn;
    const place = { rule: rule.id, page: page.id, at };
    const past = contacts.filter((contact) => contact.at <= at);
    const held = whyHeld(rule, past, talkAt(visit, at), { at, visit: visit.visit, page: page.id });
    if (held === null) {
      events.push({ ...place, came: isSure ? 'sent' : 'perhaps' });
      contacts.push(writtenBy(rule, visit, page, at, isSure));
      continue;
    }
    if (held.because !== 'had-its-turn')
      events.push({ ...place, came: 'held', because: held.because, by: lastRule(past) });
    const again = nextTurn(visit, turn, held.until);
    if (again !== null) turns.push(again);
  }
  return { events, contacts };
}

/** What is not sure takes the rule's own turn, and none of the budget. */
const writtenBy = (
  { id }: PastRule,
  { visit }: PastVisit,
  page: Turn['page'],
  at: number,
  isSure: boolean,
): Contact => ({
  by: { kind: 'rule', rule: id },
  heldOut: !isSure,
  visit,
  page: page.id,
  at,
  dismissedAt: null,
});

/** The rule tries again on the same page once it is no longer held; null: it does not. */
function nextTurn(visit: PastVisit, { rule, page, isSure }: Turn, until: number | null): Turn | null {
  // What is not known does not become known by waiting.
  return until === null || until >= page.until || !isSure ? null : turnOf(visit, page, rule, until);
}

/** The first moment of a rule on one page; null: none. */
function turnOf(visit: PastVisit, page: Turn['page'], rule: PastRule, from = page.openedAt): Turn | null {
  if (rule.logic.when.on !== 'unanswered') return turnWhile(visit, page, rule, from, { from: null, until: page.until });
  for (const wait of visit.waits) {
    if (wait.from >= page.until || wait.until <= from) continue;
    const turn = turnWhile(visit, page, rule, from, { from: wait.from, until: Math.min(page.until, wait.until) });
    if (turn !== null) return turn;
  }
  return null;
}

/** The same as long as the visitor waits, or (from null) does not. */
function turnWhile(
  visit: PastVisit,
  page: Turn['page'],
  rule: PastRule,
  from: number,
  wait: { readonly from: number | null; readonly until: number },
): Turn | null {
  const facts = factsOn(visit, page, wait.from);
  if (whenDue(rule.logic, facts) === undefined) {
    return decide(rule.logic, facts, from).fires === false ? null : { at: from, rule, page, isSure: false };
  }
  const at = firstMoment(rule.logic, facts, from);
  if (at === null || at >= wait.until) return null;
  return { at, rule, page, isSure: decide(rule.logic, facts, at).fires === true };
}

/** The earliest turn; of several at the same moment the one whose rule stands highest (A3.4). It is taken out. */
function takeFirst(turns: Turn[], rules: readonly PastRule[]): Turn | undefined {
  const rank = (turn: Turn): number => rules.indexOf(turn.rule);
  const first = turns.reduce<Turn | undefined>((best, turn) => {
    if (best === undefined || turn.at < best.at) return turn;
    return turn.at === best.at && rank(turn) < rank(best) ? turn : best;
  }, undefined);
  if (first !== undefined) turns.splice(turns.indexOf(first), 1);
  return first;
}

function factsOn(visit: PastVisit, page: Turn['page'], waitingSince: number | null): RuleFacts {
  return {
    ...{ visitor: visit.who, visitStartedAt: visit.startedAt, waitingSince },
    page: { ...page, scrolled: undefined, leavingAt: undefined, events: undefined },
    ...{ chatOpenedAt: undefined, teamIsThere: undefined },
  };
}

function talkAt({ waits, writtenAt }: PastVisit, at: number): TalkFacts {
  const waitingSince = waits.find(({ from, until }) => from <= at && at < until)?.from ?? null;
  const wasAnswered = waits.some(({ until }) => until <= at) || writtenAt.some((written) => written <= at);
  return { isAnswered: wasAnswered && waitingSince === null, waitingSince, wasAnsweredThisVisit: wasAnswered };
}

function byAgent(at: number): Contact {
  return { by: { kind: 'agent' }, heldOut: false, visit: null, page: null, at, dismissedAt: null };
}

function lastRule(contacts: readonly Contact[]): RuleId | null {
  const last = contacts.findLast(({ by }) => by.kind === 'rule');
  return last?.by.kind === 'rule' ? last.by.rule : null;
}
