import type { RuleLogic, Trigger } from '@vetrina/protocol/automation/rule';
import { NOON, someFacts, someLogic } from '@vetrina/testkit/arbitrary-rules';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from './decide.ts';
import type { RuleFacts } from './facts.ts';
import { firstMoment, type SpannedLogic } from './first-moment.ts';
import { forPage, timesForPage } from './for-page.ts';

const NOTHING: RuleFacts = {
  visitor: undefined,
  visitStartedAt: NOON,
  page: {
    ...{ address: 'https://shop.example/', title: 'Shop', openedAt: NOON + 10_000 },
    ...{ scrolled: [], leavingAt: null, events: {} },
  },
  ...{ chatOpenedAt: null, waitingSince: null, teamIsThere: true },
};
const page = (more: Partial<RuleFacts['page']>): RuleFacts => ({ ...NOTHING, page: { ...NOTHING.page, ...more } });
const onTrigger = (when: Trigger, delay = 0): RuleLogic => ({
  ...{ when, delay, where: { match: 'all', list: [] }, who: { match: 'all', list: [] } },
  schedule: { team: 'any', times: null },
});

test.each<[Trigger, RuleFacts, number]>([
  [{ on: 'arrival' }, NOTHING, NOON],
  [{ on: 'page-opened' }, NOTHING, NOON + 10_000],
  [{ on: 'time-on-page', seconds: 30 }, NOTHING, NOON + 40_000],
  [{ on: 'time-on-site', seconds: 30 }, NOTHING, NOON + 30_000],
  [
    { on: 'scrolled', percent: 50 },
    page({
      scrolled: [
        { percent: 20, at: 1 },
        { percent: 60, at: NOON + 12_000 },
      ],
    }),
    NOON + 12_000,
  ],
  [{ on: 'exit-intent' }, page({ leavingAt: NOON + 15_000 }), NOON + 15_000],
  [{ on: 'unanswered', seconds: 45 }, { ...NOTHING, waitingSince: NOON + 20_000 }, NOON + 65_000],
  [{ on: 'event', name: 'added' }, page({ events: { added: NOON + 14_000 } }), NOON + 14_000],
  [{ on: 'chat-opened' }, { ...NOTHING, chatOpenedAt: NOON + 16_000 }, NOON + 16_000],
])('A1: %j is due at its time and not a moment before', (when, facts, dueAt) => {
  for (const delay of [0, 5]) {
    const logic = onTrigger(when, delay);
    const at = dueAt + delay * 1_000;
    expect(decide(logic, facts, at)).toMatchObject({ fires: true, dueAt: at });
    expect(decide(logic, facts, at - 1)).toMatchObject({ fires: false, isDue: false });
  }
});

test.each<Trigger>([
  { on: 'scrolled', percent: 50 },
  { on: 'exit-intent' },
  { on: 'unanswered', seconds: 0 },
  { on: 'event', name: 'toString' },
  { on: 'chat-opened' },
])('A1: %j does not come by itself', (when) => {
  expect(decide(onTrigger(when), NOTHING, NOON + 3_600_000)).toMatchObject({ fires: false, dueAt: null });
});

test('A1: the team is there, or is not', () => {
  const logic = (team: 'online' | 'offline') => ({ ...onTrigger({ on: 'arrival' }), schedule: { team, times: null } });
  expect(decide(logic('online'), NOTHING, NOON).fires).toBe(true);
  expect(decide(logic('offline'), NOTHING, NOON).fires).toBe(false);
  expect(decide(logic('offline'), { ...NOTHING, teamIsThere: false }, NOON).fires).toBe(true);
});

test('A2: what a page is left to decide comes to what the server decides, at every moment', () => {
  fc.assert(
    fc.property(
      someLogic,
      someFacts,
      fc.array(fc.nat(120_000), { minLength: 1, maxLength: 8 }),
      (logic, facts, later) => {
        const rest = forPage(logic, facts, timesForPage(logic.schedule, NOON));
        const onPage = { ...facts, visitor: undefined };
        for (const at of later.map((ms) => NOON + ms)) {
          const here = rest === null ? false : decide(rest, onPage, at).fires;
          expect(here).toBe(decide(logic, facts, at).fires);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('A2: the moment that a timer waits for is the first at which the rule fires', () => {
  const [step, ahead] = [500, 120_000];
  fc.assert(
    fc.property(someLogic, someFacts, (logic, facts) => {
      const rest = forPage(logic, facts, timesForPage(logic.schedule, NOON)) as SpannedLogic | null;
      if (rest === null) return;
      const moment = firstMoment(rest, facts, NOON);
      for (let at = NOON; at < NOON + ahead; at += step) {
        expect(decide(logic, facts, at).fires).toBe(moment !== null && moment <= at && decide(rest, facts, at).fires);
        if (moment !== null && at >= moment) break;
      }
      if (moment !== null) expect(decide(logic, facts, moment).fires).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('A5: what nobody watched stays undecided instead of being guessed', () => {
  const stored: RuleFacts = {
    ...NOTHING,
    page: { ...NOTHING.page, scrolled: undefined, leavingAt: undefined, events: undefined },
    ...{ chatOpenedAt: undefined, teamIsThere: undefined },
  };
  expect(decide(onTrigger({ on: 'scrolled', percent: 50 }), stored, NOON + 60_000).fires).toBeUndefined();
  const online = { ...onTrigger({ on: 'arrival' }), schedule: { team: 'online', times: null } } as const;
  expect(decide(online, stored, NOON).fires).toBeUndefined();
});
