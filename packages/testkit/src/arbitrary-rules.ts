import type { RuleFacts, VisitorFacts } from '@vetrina/domain/automation/facts';
import {
  CAMPAIGN_PARTS,
  NUMBER_TESTS,
  type PageCondition,
  TEXT_TESTS,
  VARIABLE_TESTS,
  type VisitorCondition,
} from '@vetrina/protocol/automation/conditions';
import type { RuleLogic, Trigger } from '@vetrina/protocol/automation/rule';
import type { Schedule } from '@vetrina/protocol/automation/schedule';
import { DEVICES } from '@vetrina/protocol/visitor-row';
import fc, { type Arbitrary } from 'fast-check';

/** For tests: rules and people from so small a world that they often meet. Thursday, 26 November 2026, noon in Rome. */
export const NOON = Date.UTC(2026, 10, 26, 11);

const words = ['cart', 'Café', 'cafe au lait', 'lamp', '/cart/step2', 'IT', 'c*t', '*', 'step*2'];
const word = fc.constantFrom(...words);
const text = { test: fc.constantFrom(...TEXT_TESTS), value: word };
const number = { test: fc.constantFrom(...NUMBER_TESTS), value: fc.nat(3) };
const choice = <Value>(...values: readonly Value[]) => ({
  test: fc.constantFrom('is' as const, 'is-not' as const),
  values: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }),
});
const about = <Name extends string>(name: Name) => ({ about: fc.constant(name) });

export const anyPageCondition: Arbitrary<PageCondition> = fc.record({
  about: fc.constantFrom('address' as const, 'title' as const),
  ...text,
});

export const anyVisitorCondition: Arbitrary<VisitorCondition> = fc.oneof(
  fc.record({ ...about('visitor'), is: fc.constantFrom('new' as const, 'returning' as const) }),
  fc.record({ ...about('customer'), is: fc.boolean() }),
  fc.record({ ...about('visits'), ...number }),
  fc.record({ ...about('chats'), ...number }),
  fc.record({ ...about('country'), ...choice('IT', 'DE') }),
  fc.record({ ...about('language'), ...choice('it', 'de-AT') }),
  fc.record({ ...about('device'), ...choice(...DEVICES) }),
  ...(['city', 'browser', 'os', 'referrer', 'group'] as const).map((name) => fc.record({ ...about(name), ...text })),
  fc.record({ ...about('campaign'), part: fc.constantFrom(...CAMPAIGN_PARTS), ...text }),
  fc.record({
    ...about('variable'),
    name: fc.constantFrom('cart', 'constructor'),
    test: fc.constantFrom(...VARIABLE_TESTS),
    value: fc.oneof(word, fc.constantFrom('2', '2,5', '-1')),
  }),
) as Arbitrary<VisitorCondition>;

const groupOf = <Condition>(condition: Arbitrary<Condition>) =>
  fc.record({
    match: fc.constantFrom('all' as const, 'any' as const),
    list: fc.array(condition, { maxLength: 3 }),
  });

const someTrigger: Arbitrary<Trigger> = fc.oneof(
  fc.constantFrom<Trigger>({ on: 'arrival' }, { on: 'page-opened' }, { on: 'exit-intent' }, { on: 'chat-opened' }),
  fc.record({
    on: fc.constantFrom('time-on-page' as const, 'time-on-site' as const, 'unanswered' as const),
    seconds: fc.nat(60),
  }),
  fc.record({ on: fc.constant('scrolled' as const), percent: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ on: fc.constant('event' as const), name: fc.constantFrom('cart', 'toString') }),
);

const minute = fc.integer({ min: 0, max: 1_439 });
const day = fc.constantFrom('2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28');

export const someTimes: Arbitrary<Schedule['times']> = fc.option(
  fc.record({
    by: fc.constant('calendar' as const),
    timezone: fc.constantFrom('Europe/Rome', 'UTC', 'America/New_York'),
    weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }),
    hours: fc.option(fc.record({ from: minute, to: minute }), { nil: null }),
    dates: fc.option(fc.record({ from: fc.option(day, { nil: null }), to: fc.option(day, { nil: null }) }), {
      nil: null,
    }),
  }),
  { nil: null },
) as Arbitrary<Schedule['times']>;

export const someLogic: Arbitrary<RuleLogic> = fc.record({
  when: someTrigger,
  delay: fc.nat(30),
  where: groupOf(anyPageCondition),
  who: groupOf(anyVisitorCondition),
  schedule: fc.record({
    team: fc.constantFrom('any' as const, 'online' as const, 'offline' as const),
    times: someTimes,
  }),
});

const known = fc.option(word);

export const somebody: Arbitrary<VisitorFacts> = fc.record({
  visits: fc.integer({ min: 1, max: 3 }),
  chats: fc.nat(2),
  customer: fc.boolean(),
  country: fc.constantFrom('IT', 'DE', null),
  city: known,
  device: fc.constantFrom(...DEVICES, null),
  browser: known,
  os: known,
  language: fc.constantFrom('it', 'it-IT', 'de-AT', 'de', null),
  group: known,
  variables: fc.dictionary(fc.constantFrom('cart', 'lamp'), fc.oneof(word, fc.constantFrom('2', '3.5'))),
  referrer: known,
  campaign: fc.dictionary(fc.constantFrom(...CAMPAIGN_PARTS), word),
});

const aMomentAgo = fc.integer({ min: NOON - 90_000, max: NOON + 90_000 });

/** Somebody on a page, with all that can happen there. */
export const someFacts: Arbitrary<RuleFacts> = fc.record({
  visitor: somebody,
  visitStartedAt: aMomentAgo,
  page: fc.record({
    address: word.map((path) => `https://shop.example/${path}`),
    title: word,
    openedAt: aMomentAgo,
    scrolled: fc
      .array(fc.tuple(fc.integer({ min: 1, max: 100 }), aMomentAgo), { maxLength: 3 })
      .map((steps) => steps.sort(([a], [b]) => a - b).map(([percent, at]) => ({ percent, at }))),
    leavingAt: fc.option(aMomentAgo),
    events: fc.dictionary(fc.constantFrom('cart', 'toString'), aMomentAgo),
  }),
  chatOpenedAt: fc.option(aMomentAgo),
  waitingSince: fc.option(aMomentAgo),
  teamIsThere: fc.boolean(),
});
