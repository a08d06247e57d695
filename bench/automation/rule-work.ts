import type { RuleFacts } from '@vetrina/domain/automation/facts';
import { concerns, restOf, timesForPage } from '@vetrina/domain/automation/for-page';
import type { Rule } from '@vetrina/protocol/automation/rule';
import type { AccountId, RuleId } from '@vetrina/protocol/ids';
import type { Rules } from '@vetrina/protocol/messages/automatic-message';
import { RuleBook } from '../../apps/server/src/automation/rule-book.ts';
import { outlook } from '../../apps/widget/src/rules/outlook.ts';
import { sink, timed } from '../list/measure.ts';
import { fiftyRules } from './fifty-rules.ts';
import { factsOf, pageOf, shopper } from './shoppers.ts';

/** What single steps take, best of several rounds. */
export interface RuleWork {
  /** A page looks at the rules that it was told, µs; `most`: at all fifty. */
  readonly look: number;
  readonly lookAtMost: number;
  /** Mean number of rules that a page is told. */
  readonly told: number;
  /** Which of the fifty concern a visitor, µs. */
  readonly choosing: number;
  /** All fifty are worked out anew, as after each edit, ms. */
  readonly opening: number;
}

const ROUNDS = 15;
const PEOPLE = 500;
const NOW = Date.now();
const ACCOUNT = 'acbench' as AccountId;

function someRules(): Rule[] {
  return fiftyRules(NOW).map((draft, nth) => ({
    ...draft,
    ...{ id: `ru${String(nth).padStart(22, '0')}` as RuleId, isOn: true, preset: null, createdAt: NOW, changedAt: NOW },
  }));
}

/** On the page of a visitor who has been there for ten seconds: nothing is due yet, so that every rule is looked at. */
function onPage(number: number): RuleFacts {
  const { url, title } = pageOf('https://shop.example', number, shopper(number), 1);
  return {
    ...{ visitor: undefined, visitStartedAt: NOW - 10_000, chatOpenedAt: null, waitingSince: null, teamIsThere: true },
    page: { address: url, title, openedAt: NOW - 10_000, scrolled: [], leavingAt: null, events: {} },
  };
}

const each = <Item>(items: readonly Item[], work: (item: Item) => unknown): number =>
  (1_000 *
    timed(
      ROUNDS,
      () => items,
      (all) => all.map(work),
    ).best) /
  items.length;

async function openBook(rules: readonly Rule[]): Promise<number> {
  const clock = { now: () => NOW, after: () => () => undefined, every: () => () => undefined };
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const book = new RuleBook({ clock, store: { rules: async () => rules }, failed: console.error });
    const start = performance.now();
    await book.ready(ACCOUNT);
    times.push(performance.now() - start);
    sink.last = book.of(ACCOUNT);
  }
  return Math.min(...times);
}

/** Measures the rules alone, without sockets and databases. */
export async function measureWork(): Promise<RuleWork> {
  const live = someRules().map((rule) => ({ ...rule, times: timesForPage(rule.logic.schedule, NOW) }));
  const people = Array.from({ length: PEOPLE }, (_, number) => factsOf(shopper(number)));
  const mine = (facts: (typeof people)[number]) =>
    live.filter(({ logic, times }) => logic.when.on !== 'unanswered' && concerns(logic, facts, times));
  const onWire = (rules: typeof live): Rules['rules'] =>
    rules.map(({ id, logic, times }) => ({ id, logic: restOf(logic, times) }));
  const pages = people.map((facts, number) => ({ facts: onPage(number), rules: onWire(mine(facts)) }));
  const whole = onWire(live);
  const look = (rules: Rules['rules'], facts: RuleFacts) => outlook({ rules, quietUntil: null }, facts, () => 0, NOW);
  return {
    look: each(pages, ({ facts, rules }) => look(rules, facts)),
    lookAtMost: each(pages, ({ facts }) => look(whole, facts)),
    told: pages.reduce((sum, { rules }) => sum + rules.length, 0) / pages.length,
    choosing: each(people, mine),
    opening: await openBook(someRules()),
  };
}
