import { decide } from '@vetrina/domain/automation/decide';
import type { RuleFacts } from '@vetrina/domain/automation/facts';
import { forPage, timesForPage } from '@vetrina/domain/automation/for-page';
import type { RuleLogic, Trigger } from '@vetrina/protocol/automation/rule';
import type { PageViewId, RuleId } from '@vetrina/protocol/ids';
import type { PendingMessage, RuleDue, Rules } from '@vetrina/protocol/messages/automatic-message';
import { NOON, someLogic } from '@vetrina/testkit/arbitrary-rules';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RuleWatch } from './rule-watch.ts';

const ruleId = (name: string) => `ru${name.padEnd(22, '_')}` as RuleId;
const pageId = (nth: number) => `page${nth}`.padEnd(22, '_') as PageViewId;
const MESSAGE = { id: 'm1', texts: ['Hello'], seen: false } as unknown as PendingMessage;

const on = (when: Trigger, more: Partial<RuleLogic> = {}): RuleLogic => ({
  ...{ when, delay: 0, where: { match: 'all', list: [] }, who: { match: 'all', list: [] } },
  ...{ schedule: { team: 'any', times: null }, ...more },
});
const onAddress = (value: string): RuleLogic['where'] => ({
  match: 'all',
  list: [{ about: 'address', test: 'contains', value }],
});

/** A page whose clock, visitor and server are played. */
function scene(logics: Readonly<Record<string, RuleLogic>>, first: Partial<Rules> = {}) {
  const clock = new FakeClock(NOON);
  const asked: { rule: string; page: PageViewId; at: number }[] = [];
  const now = {
    ...{ pages: 1, isVisible: true, hasBox: true, hasLine: true },
    facts: {
      ...{ visitor: undefined, visitStartedAt: NOON, chatOpenedAt: null, waitingSince: null, teamIsThere: true },
      page: {
        ...{ address: 'https://shop.example/', title: 'Shop', openedAt: NOON },
        ...{ scrolled: [], leavingAt: null, events: {} },
      },
    } as RuleFacts,
  };
  const watch = new RuleWatch({
    ...{ now: clock.now, after: clock.after },
    page: () => pageId(now.pages),
    facts: ({ visitStartedAt, waitingSince }) => ({ ...now.facts, visitStartedAt, waitingSince }),
    isLookedAt: () => now.isVisible,
    hasBox: () => now.hasBox,
    send({ rule, page }: RuleDue) {
      if (now.hasLine) asked.push({ rule: rule.slice(2).replaceAll('_', ''), page, at: clock.now() - NOON });
      return now.hasLine;
    },
  });
  const play = {
    ...{ clock, now, watch, asked },
    names: () => asked.map(({ rule }) => rule),
    gets(more: Partial<Rules> = {}): void {
      const rules = Object.entries(logics).map(([name, logic]) => ({ id: ruleId(name), logic }));
      const rest = { visitStartedAt: NOON, waitingSince: null, quietUntil: null, keptParameters: [] };
      watch.hear({ type: 'rules', rules, ...rest, ...more });
    },
    isHeld: (name: string, until: number | null) => watch.hear({ type: 'rule-held', rule: ruleId(name), until }),
    happens(page: Partial<RuleFacts['page']>, more: Partial<RuleFacts> = {}): void {
      now.facts = { ...now.facts, ...more, page: { ...now.facts.page, ...page } };
      watch.look();
    },
    navigates(address: string): void {
      now.pages += 1;
      const fresh = { scrolled: [], leavingAt: null, events: {} };
      play.happens({ address, openedAt: clock.now(), ...fresh }, { chatOpenedAt: null });
    },
  };
  play.gets(first);
  return play;
}

test.each<[Trigger, number]>([
  [{ on: 'arrival' }, 0],
  [{ on: 'page-opened' }, 0],
  [{ on: 'time-on-page', seconds: 20 }, 20_000],
  [{ on: 'time-on-site', seconds: 30 }, 30_000],
])('A1: %j comes by the clock, and is asked about once', (when, at) => {
  const { clock, asked, isHeld } = scene({ hello: on(when) });
  clock.advance(Math.max(0, at - 1));
  expect(asked.length).toBe(at === 0 ? 1 : 0);
  clock.advance(1);
  expect(asked).toEqual([{ rule: 'hello', page: pageId(1), at }]);
  isHeld('hello', null);
  clock.advance(3_600_000);
  expect(asked).toHaveLength(1);
  expect(clock.waiting).toBe(0);
});

test.each<[Trigger, Partial<RuleFacts['page']>, Partial<RuleFacts>]>([
  [{ on: 'scrolled', percent: 50 }, { scrolled: [{ percent: 60, at: NOON + 5_000 }] }, {}],
  [{ on: 'exit-intent' }, { leavingAt: NOON + 5_000 }, {}],
  [{ on: 'event', name: 'added' }, { events: { added: NOON + 5_000 } }, {}],
  [{ on: 'chat-opened' }, {}, { chatOpenedAt: NOON + 5_000 }],
])('A1: %j comes when it happens, and after its delay', (when, page, more) => {
  const { clock, names, happens, isHeld } = scene({ soon: on(when), later: on(when, { delay: 3 }) });
  clock.advance(5_000);
  expect(names()).toEqual([]);
  happens(page, more);
  expect(names()).toEqual(['soon']);
  isHeld('soon', null);
  clock.advance(2_999);
  expect(names()).toEqual(['soon']);
  clock.advance(1);
  expect(names()).toEqual(['soon', 'later']);
});

test('A1: who waits is answered for 45 seconds after their message', () => {
  const { clock, names, gets } = scene({ busy: on({ on: 'unanswered', seconds: 45 }) });
  clock.advance(60_000);
  expect(names()).toEqual([]);
  gets({ waitingSince: NOON + 60_000 });
  clock.advance(44_999);
  expect(names()).toEqual([]);
  clock.advance(1);
  expect(names()).toEqual(['busy']);
});

test('A1.2: a time that has come stays, and the rule fires on the first page that is the right one', () => {
  const { clock, asked, navigates } = scene({
    cart: on({ on: 'time-on-site', seconds: 30 }, { where: onAddress('/cart') }),
  });
  clock.advance(40_000);
  navigates('https://shop.example/lamps');
  expect(asked).toEqual([]);
  navigates('https://shop.example/cart');
  expect(asked).toEqual([{ rule: 'cart', page: pageId(3), at: 40_000 }]);
});

test('A1.3: a navigation without loading is another page: times begin anew, and a "no" for the last is over', () => {
  const { clock, asked, navigates, isHeld } = scene({ look: on({ on: 'time-on-page', seconds: 10 }) });
  clock.advance(10_000);
  isHeld('look', null);
  navigates('https://shop.example/lamps');
  clock.advance(9_999);
  expect(asked).toHaveLength(1);
  clock.advance(1);
  expect(asked[1]).toEqual({ rule: 'look', page: pageId(2), at: 20_000 });
});

test('A1.3: an answer about the page before does not hold the rule on this one', () => {
  const { clock, asked, navigates, isHeld } = scene({ open: on({ on: 'page-opened' }) });
  navigates('https://shop.example/lamps');
  expect(asked).toHaveLength(1);
  isHeld('open', null);
  expect(asked.map(({ page }) => page)).toEqual([pageId(1), pageId(2)]);
  isHeld('open', null);
  clock.advance(60_000);
  expect(asked).toHaveLength(2);
});

test('A3: held until a moment, it is asked about again then, if its moment still holds, on whatever page', () => {
  const { clock, names, navigates, isHeld } = scene({
    cart: on({ on: 'arrival' }, { where: onAddress('shop.example/cart') }),
    any: on({ on: 'arrival' }),
  });
  navigates('https://shop.example/cart');
  isHeld('any', NOON + 60_000);
  expect(names()).toEqual(['any', 'cart']);
  isHeld('cart', NOON + 60_000);
  navigates('https://shop.example/');
  clock.advance(59_999);
  expect(names()).toHaveLength(2);
  clock.advance(1);
  expect(names()).toEqual(['any', 'cart', 'any']);
});

test('A3: quiet until a moment, only what answers somebody who waits or opened the chat is asked about', () => {
  const { clock, names, gets, happens, isHeld } = scene(
    {
      hello: on({ on: 'arrival' }),
      busy: on({ on: 'unanswered', seconds: 1 }),
      greet: on({ on: 'chat-opened' }),
    },
    { quietUntil: NOON + 600_000 },
  );
  happens({}, { chatOpenedAt: NOON });
  expect(names()).toEqual(['greet']);
  isHeld('greet', null);
  gets({ quietUntil: NOON + 600_000, waitingSince: NOON });
  clock.advance(1_000);
  expect(names()).toEqual(['greet', 'busy']);
  isHeld('busy', null);
  clock.advance(5_000);
  isHeld('greet', null);
  clock.advance(593_999);
  expect(names()).toEqual(['greet', 'busy', 'greet']);
  clock.advance(1);
  expect(names().at(-1)).toBe('hello');
});

test('A3.4: of several due at once the first in the list is asked about, the next when that was answered', () => {
  const { names, isHeld, watch } = scene({
    first: on({ on: 'arrival' }),
    second: on({ on: 'arrival' }),
    third: on({ on: 'page-opened' }),
  });
  expect(names()).toEqual(['first']);
  watch.look();
  expect(names()).toEqual(['first']);
  isHeld('first', null);
  expect(names()).toEqual(['first', 'second']);
  watch.hear({ type: 'automatic-message', message: null });
  expect(names()).toEqual(['first', 'second']);
  watch.hear({ type: 'automatic-message', message: MESSAGE });
  expect(names()).toEqual(['first', 'second', 'third']);
  watch.hear({ type: 'automatic-message', message: { ...MESSAGE, seen: true } });
  isHeld('third', null);
  expect(names()).toHaveLength(3);
});

test('A2: a question that nobody answers is over after a while, and not asked again on this page', () => {
  const { clock, names } = scene({ first: on({ on: 'arrival' }), second: on({ on: 'arrival' }) });
  clock.advance(9_999);
  expect(names()).toEqual(['first']);
  clock.advance(1);
  expect(names()).toEqual(['first', 'second']);
  clock.advance(3_600_000);
  expect(names()).toHaveLength(2);
});

test('A2: an answer that comes when the visitor is on another page by then keeps nothing from being asked there', () => {
  const { clock, asked, happens, navigates, isHeld } = scene({ hello: on({ on: 'event', name: 'go' }) });
  happens({ events: { go: NOON } });
  clock.advance(10_000);
  navigates('https://shop.example/cart');
  isHeld('hello', null);
  happens({ events: { go: clock.now() } });
  expect(asked.map(({ page }) => page)).toEqual([pageId(1), pageId(2)]);
});

test('A2: a hidden tab asks nothing and keeps no timer; looked at, it asks at once', () => {
  const { clock, now, watch, asked } = scene({ hello: on({ on: 'time-on-page', seconds: 10 }) });
  now.isVisible = false;
  watch.look();
  clock.advance(60_000);
  expect([asked.length, clock.waiting]).toEqual([0, 0]);
  now.isVisible = true;
  watch.look();
  expect(asked).toEqual([{ rule: 'hello', page: pageId(1), at: 60_000 }]);
});

test('A2: where the box is hidden nobody could read a message, so none is asked for until it is shown', () => {
  const { now, watch, names, happens } = scene({ hello: on({ on: 'event', name: 'go' }) });
  now.hasBox = false;
  happens({ events: { go: NOON } });
  expect(names()).toEqual([]);
  now.hasBox = true;
  watch.look();
  expect(names()).toEqual(['hello']);
});

test('A2: what could not be said over a lost line is said after the next welcome and its rules', () => {
  const { clock, now, watch, names, gets } = scene({ hello: on({ on: 'time-on-page', seconds: 10 }) });
  now.hasLine = false;
  clock.advance(10_000);
  now.hasLine = true;
  watch.hear({ type: 'welcome', message: null } as never);
  clock.advance(10_000);
  expect(names()).toEqual([]);
  gets();
  expect(names()).toEqual(['hello']);
});

test('A2: answers and clocks that make no sense do not make a page hammer at the server', () => {
  const { clock, asked, gets, isHeld } = scene({ hello: on({ on: 'arrival' }) });
  for (let second = 0; second < 60; second += 1) {
    if (second % 2) gets();
    else isHeld('hello', NOON - 1_000);
    clock.advance(1_000);
  }
  expect(asked.length).toBeLessThanOrEqual(13);
});

test('A2: after a logout nothing is watched until the next visitor has rules', () => {
  const { clock, watch, names, gets } = scene({ hello: on({ on: 'time-on-page', seconds: 10 }) });
  watch.forget();
  expect(clock.waiting).toBe(0);
  clock.advance(20_000);
  expect(names()).toEqual([]);
  gets();
  expect(names()).toEqual(['hello']);
});

const STEP = 500;
const happening = fc.oneof(
  fc.record({ does: fc.constant('wait' as const), steps: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ does: fc.constant('scroll' as const), percent: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ does: fc.constant('leave' as const) }),
  fc.record({ does: fc.constant('event' as const), name: fc.constantFrom('cart', 'toString') }),
  fc.record({ does: fc.constant('open' as const) }),
  fc.record({ does: fc.constant('team' as const), there: fc.boolean() }),
  fc.record({ does: fc.constant('navigate' as const), path: fc.constantFrom('cart', 'lamp', '/cart/step2') }),
);

type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;
type Play = ReturnType<typeof scene>;

/** One thing happens on the page, or time passes, step by step; `compare` looks after each. */
function happen({ now, clock, happens, navigates }: Play, one: Happening, compare: () => void): void {
  const at = clock.now();
  const { page, chatOpenedAt } = now.facts;
  switch (one.does) {
    case 'scroll':
      if (one.percent > (page.scrolled?.at(-1)?.percent ?? 0))
        happens({ scrolled: [...(page.scrolled ?? []), { percent: one.percent, at }] });
      break;
    case 'leave':
      happens({ leavingAt: page.leavingAt ?? at });
      break;
    case 'event':
      happens({ events: { ...page.events, [one.name]: at } });
      break;
    case 'open':
      happens({}, { chatOpenedAt: chatOpenedAt ?? at });
      break;
    case 'team':
      happens({}, { teamIsThere: one.there });
      break;
    case 'navigate':
      navigates(`https://shop.example/${one.path}`);
      break;
    case 'wait':
      for (let step = 0; step < one.steps; step += 1) {
        clock.advance(STEP);
        compare();
      }
      break;
  }
  compare();
}

/** Every question is answered with a no, which ends it for its page and lets the next be asked. */
function answerAll({ asked, isHeld }: Play): void {
  for (let answered = -1; answered !== asked.length; ) {
    answered = asked.length;
    const last = asked.at(-1);
    if (last) isHeld(last.rule, null);
  }
}

test('A2: on every page each rule is asked about once, at the first step at which `decide` says so', () => {
  fc.assert(
    fc.property(
      fc.array(someLogic, { minLength: 1, maxLength: 4 }),
      fc.array(happening, { maxLength: 25 }),
      fc.option(fc.constant(NOON + 2_000)),
      (logics, story, waitingSince) => {
        const rules = logics.flatMap((logic, nth) => {
          const forAll: RuleLogic = { ...logic, who: { match: 'all', list: [] } };
          const rest = forPage(forAll, scene({}).now.facts, timesForPage(logic.schedule, NOON));
          return rest ? [[`r${nth}`, rest] as const] : [];
        });
        const play = scene(Object.fromEntries(rules), { waitingSince });
        const expected = new Map<string, Play['asked'][number]>();
        const compare = (): void => {
          const page = pageId(play.now.pages);
          for (const [rule, logic] of rules) {
            const key = `${page} ${rule}`;
            const { fires } = decide(logic, { ...play.now.facts, waitingSince }, play.clock.now());
            if (fires && !expected.has(key)) expected.set(key, { rule, page, at: play.clock.now() - NOON });
          }
          answerAll(play);
        };
        compare();
        for (const one of story) happen(play, one, compare);
        expect(play.asked).toEqual([...expected.values()]);
      },
    ),
    { numRuns: 300 },
  );
});
