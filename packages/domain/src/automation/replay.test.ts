import type { RuleLogic, Trigger } from '@vetrina/protocol/automation/rule';
import type { PageViewId, RuleId, VisitId, VisitorId } from '@vetrina/protocol/ids';
import { NOON, somebody, someLogic } from '@vetrina/testkit/arbitrary-rules';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONTACT_BUDGET, type Contact } from './contact-budget.ts';
import { decide } from './decide.ts';
import { timesForPage } from './for-page.ts';
import { type PastRule, type PastVisit, replay } from './replay.ts';

const ALWAYS: Omit<RuleLogic, 'when'> = {
  ...{ delay: 0, where: { match: 'all', list: [] }, who: { match: 'all', list: [] } },
  schedule: { team: 'any', times: null },
};

const rule = (
  id: string,
  when: Trigger,
  more: Partial<RuleLogic> = {},
  repeat: PastRule['repeat'] = 'visit',
): PastRule => ({ id: id as RuleId, repeat, stopWhenAnswered: false, logic: { ...ALWAYS, when, ...more } }) as PastRule;

const visit = (more: Partial<PastVisit> = {}): PastVisit => ({
  ...{ visitor: 'vi1' as VisitorId, visit: 'vs1' as VisitId, startedAt: NOON },
  who: {
    ...{ visits: 1, chats: 0, customer: false, country: 'IT', city: null, device: 'phone', browser: null, os: null },
    ...{ language: null, group: null, variables: {}, referrer: null, campaign: {} },
  },
  pages: [aPage('one', '/', 0, 20_000), aPage('two', '/cart', 20_000, 120_000)],
  ...{ waits: [], writtenAt: [] },
  ...more,
});

const aPage = (id: string, path: string, from: number, until: number): PastVisit['pages'][number] => ({
  ...{ id: id as PageViewId, address: `https://shop.example${path}`, title: path },
  ...{ openedAt: NOON + from, until: NOON + until },
});

const told = (past: PastVisit, rules: readonly PastRule[], before: readonly Contact[] = []) =>
  replay(past, rules, before).events.map(({ came, rule: id, page, at }) => [came, id, page, at - NOON]);

test('A5: a rule that counts the time on the site writes on the page on which its time comes', () => {
  expect(told(visit(), [rule('ru1', { on: 'time-on-site', seconds: 30 })])).toEqual([['sent', 'ru1', 'two', 30_000]]);
});

test('A5: where it may write not before a later page, it does so there', () => {
  const where = { where: { match: 'all', list: [{ about: 'address', test: 'contains', value: '/cart' }] } } as const;
  expect(told(visit(), [rule('ru1', { on: 'arrival' }, where as never)])).toEqual([['sent', 'ru1', 'two', 20_000]]);
});

test('A5: of two whose moments come at once the first has it, and is named as what held the other', () => {
  const rules = [rule('ru1', { on: 'arrival' }), rule('ru2', { on: 'arrival' })];
  const { events } = replay(visit(), rules, []);
  expect(events[0]).toMatchObject({ came: 'sent', rule: 'ru1' });
  expect(events[1]).toMatchObject({ came: 'held', rule: 'ru2', because: 'too-soon', by: 'ru1' });
});

test('A5: what is held comes later, if the visitor is still there', () => {
  const long = visit({ pages: [aPage('one', '/', 0, CONTACT_BUDGET.apart + 10_000)] });
  const rules = [rule('ru1', { on: 'arrival' }), rule('ru2', { on: 'arrival' })];
  expect(told(long, rules).at(-1)).toEqual(['sent', 'ru2', 'one', CONTACT_BUDGET.apart]);
});

test('A5: what is not stored is a perhaps, as often as the rule may write, and holds back no other', () => {
  const scrolled = (repeat: PastRule['repeat']) => rule('ru1', { on: 'scrolled', percent: 50 }, {}, repeat);
  expect(told(visit(), [scrolled('visit')])).toEqual([['perhaps', 'ru1', 'one', 0]]);
  const other = rule('ru2', { on: 'time-on-site', seconds: 30 });
  expect(told(visit(), [scrolled('page'), other])).toEqual([
    ['perhaps', 'ru1', 'one', 0],
    ['perhaps', 'ru1', 'two', 20_000],
    ['sent', 'ru2', 'two', 30_000],
  ]);
});

test('A5: who of the team was online is not stored: a rule that asks for it is a perhaps, at its time', () => {
  const online = rule('ru1', { on: 'time-on-site', seconds: 30 }, { schedule: { team: 'online', times: null } });
  expect(told(visit(), [online])).toEqual([['perhaps', 'ru1', 'two', 30_000]]);
  const first = rule('ru0', { on: 'time-on-site', seconds: 25 });
  expect(told(visit(), [first, online]).at(-1)).toEqual(['held', 'ru1', 'two', 30_000]);
});

test('A5: who waited was told to wait, and who was answered was not', () => {
  const busy = [rule('ru1', { on: 'unanswered', seconds: 45 })];
  const waits = (until: number) => visit({ waits: [{ from: NOON + 25_000, until: NOON + until }] });
  expect(told(waits(100_000), busy)).toEqual([['sent', 'ru1', 'two', 70_000]]);
  expect(told(waits(60_000), busy)).toEqual([]);
});

test('A5: what earlier visits got counts', () => {
  const { contacts } = replay(visit(), [rule('ru1', { on: 'arrival' }, {}, 'visitor')], []);
  const again = visit({ visit: 'vs2' as VisitId, startedAt: NOON + 2 * CONTACT_BUDGET.day });
  expect(told(again, [rule('ru1', { on: 'arrival' }, {}, 'visitor')], contacts)).toEqual([]);
});

test('A2: what a dry run says was sent, the server would have sent at that moment, and at none before', () => {
  const known = fc.record({ logic: someLogic, who: somebody, delay: fc.nat(60_000) });
  fc.assert(
    fc.property(known, ({ logic, who, delay }) => {
      const past = visit({ who, startedAt: NOON - delay });
      const times = timesForPage(logic.schedule, NOON);
      const one = {
        ...rule('ru1', logic.when),
        logic: { ...logic, schedule: { ...logic.schedule, times } },
      } as PastRule;
      const sent = replay(past, [one], []).events.find(({ came }) => came === 'sent');
      for (const page of past.pages) {
        for (let at = page.openedAt; at < page.until; at += 1_000) {
          const facts = {
            ...{ visitor: who, visitStartedAt: past.startedAt, chatOpenedAt: undefined, teamIsThere: undefined },
            ...{ waitingSince: null, page: { ...page, scrolled: undefined, leavingAt: undefined, events: undefined } },
          };
          const fires = decide(logic, facts, at).fires === true;
          if (sent === undefined || at < sent.at) expect(fires).toBe(false);
          else if (sent.page === page.id) return;
        }
      }
    }),
    { numRuns: 200 },
  );
});
