import { clockStretches } from '@vetrina/domain/statistics/calendar';
import { periodOf } from '@vetrina/domain/statistics/period';
import type { GroupKey, MessageId, RuleId } from '@vetrina/protocol/ids';
import { describe, expect, it } from 'vitest';
import { rateConversation } from '../src/conversations/rate-conversation.ts';
import { resolveConversation } from '../src/conversations/resolve-conversation.ts';
import type { Reading } from '../src/statistics/ports.ts';
import { createAccountStore } from '../src/store/account-store.ts';
import { createAutomationStore } from '../src/store/automation-store.ts';
import type { Database } from '../src/store/database.ts';
import { saveJournal } from '../src/store/save-journal.ts';
import { createStatisticsStore } from '../src/store/statistics-store.ts';
import { createVisitorStore } from '../src/store/visitor-store.ts';
import { acting, changed, messageIdOf, speaking, Talk } from './conversation-samples.ts';
import type { Open } from './open-database.ts';
import { agentIdOf, aNewAccount, MONDAY, nobody, pageViewed, visitorAt, visitStarted } from './store-samples.ts';

const [anna, bea, foreign] = [visitorAt('one', 'anna'), visitorAt('one', 'bea'), visitorAt('two', 'anna')];
const DAY = 86_400_000;
const MINUTE = 60_000;
/** 2 June 2025 is a Monday; in Rome it is noon at `MONDAY`. */
const WEEK = { from: '2025-06-02', to: '2025-06-08', zone: 'Europe/Rome' };

function reading(more: Partial<Reading> = {}, asked = WEEK, now = MONDAY + 6 * DAY): Reading {
  const period = periodOf(asked, now);
  return {
    scope: { account: anna.account, groups: [], agent: agentIdOf('one') },
    ...{ now: period.now, before: period.before, missedBefore: now, agents: 'everyone' },
    clock: clockStretches(asked.zone, period.now.from, period.now.end),
    ...more,
  };
}

async function shops(open: Open): Promise<Database> {
  const database = await open();
  for (const name of ['one', 'two']) await createAccountStore(database).create(aNewAccount(name));
  return database;
}

/** ST: what the statistics page is made of. */
export function statisticsContract(open: Open): void {
  describe('statistics of visits', () => visits(open));
  describe('statistics of conversations', () => talks(open));
  describe('statistics of automation', () => automation(open));
}

function visits(open: Open): void {
  const twoPeople = async () => {
    const database = await shops(open);
    const store = createVisitorStore(database);
    await store.admit([{ ...anna, at: MONDAY - 3 * DAY }]);
    await store.admit([bea, foreign].map((key) => ({ ...key, at: MONDAY })));
    await saveJournal(database, [
      visitStarted(anna, 'a0', MONDAY - 3 * DAY),
      ...[visitStarted(anna, 'a1', MONDAY), pageViewed(anna, 'a1', 'home', MONDAY)],
      ...[visitStarted(anna, 'a2', MONDAY + 5 * MINUTE), pageViewed(anna, 'a2', 'cart', MONDAY + 5 * MINUTE)],
      ...[visitStarted(bea, 'b1', MONDAY + DAY), pageViewed(bea, 'b1', 'cart', MONDAY + DAY)],
      ...[visitStarted(foreign, 'f1', MONDAY), pageViewed(foreign, 'f1', 'secret', MONDAY)],
      { ...bea, kind: 'identified', at: MONDAY + DAY, ...nobody(), group: 'sales' },
    ]);
    return createStatisticsStore(database);
  };

  it('ST2: a visitor counts once in each bucket and once in the whole, and is new once', async () => {
    const { audience } = await (await twoPeople()).read(reading());
    expect(audience.now.total).toEqual({ visitors: 2, newVisitors: 1, visits: 3, pageViews: 3 });
    expect([...audience.now.buckets]).toEqual([
      [0, { visitors: 1, visits: 2, pageViews: 2 }],
      [1, { visitors: 1, visits: 1, pageViews: 1 }],
    ]);
    expect(audience.before.total).toEqual({ visitors: 1, newVisitors: 1, visits: 1, pageViews: 0 });
    expect([...audience.before.buckets.keys()]).toEqual([4]);
  });

  it('ST6: hours are those of the wall, and lists have the most first', async () => {
    const read = await (await twoPeople()).read(reading());
    expect([...read.hours].sort(([a], [b]) => a - b)).toEqual([
      [12, 2],
      [36, 1],
    ]);
    expect(read.pages).toEqual([
      { url: 'https://shop.example/cart', title: 'cart', views: 2 },
      { url: 'https://shop.example/home', title: 'home', views: 1 },
    ]);
    expect(read.sources).toEqual([{ name: 'letter', count: 3 }]);
    expect(read.machines).toEqual([{ country: 'IT', device: 'phone', count: 3 }]);
  });

  it('ST6: a visit without a campaign came from the host that linked', async () => {
    const database = await shops(open);
    await createVisitorStore(database).admit([{ ...anna, at: MONDAY }]);
    const from = (visit: string, referrer: string | null) => ({
      ...visitStarted(anna, visit, MONDAY),
      source: { referrer, landingUrl: 'https://shop.example/', utm: {} },
    });
    await saveJournal(database, [
      from('v1', 'https://search.example/a/b?q=1'),
      from('v2', 'https://search.example'),
      from('v3', null),
    ]);
    expect((await createStatisticsStore(database).read(reading())).sources).toEqual([
      { name: 'search.example', count: 2 },
      { name: null, count: 1 },
    ]);
  });

  it('ST10: whoever has groups is told of their visitors alone', async () => {
    const store = await twoPeople();
    const scope = { account: anna.account, groups: ['sales'] as GroupKey[], agent: agentIdOf('one') };
    const { audience, pages } = await store.read(reading({ scope }));
    expect(audience.now.total).toEqual({ visitors: 1, newVisitors: 1, visits: 1, pageViews: 1 });
    expect(pages).toEqual([{ url: 'https://shop.example/cart', title: 'cart', views: 1 }]);
  });
}

function talks(open: Open): void {
  const agent = acting('one', 'one');

  it('ST4, ST5: what was answered, how soon, and what nobody answered', async () => {
    const talk = await new Talk(await shops(open)).arrive('one/anna', 'one/bea', 'two/anna');
    await talk.visitor(speaking('two', 'anna'), 'foreign', 'hello', MONDAY);
    const { conversation } = changed(
      (await talk.visitor(speaking('one', 'anna'), 'hello', 'hello', MONDAY + MINUTE)).change,
    );
    await talk.agent(agent, conversation, 'hi', 'hi', { at: MONDAY + MINUTE + 42_000 });
    await talk.agent(agent, conversation, 'more', 'and more', { at: MONDAY + 2 * MINUTE });
    await resolveConversation(
      talk.parts,
      agent,
      { account: anna.account, conversation: conversation.id },
      MONDAY + 3 * MINUTE,
    );
    const rating = { id: messageIdOf('rated'), value: 5, comment: 'Splendid' } as const;
    await rateConversation(talk.parts, { plan: 'PRO' }, speaking('one', 'anna'), rating, MONDAY + 4 * MINUTE);
    await talk.visitor(speaking('one', 'bea'), 'anybody', 'anybody?', MONDAY + DAY);
    const read = await createStatisticsStore(talk.database).read(reading());
    expect(read.talks.now.counts).toEqual([
      {
        ...{ bucket: 0, beginner: 'visitor', begun: 1, answered: 1, missed: 0, resolved: 1 },
        ...{ good: 1, normal: 0, bad: 0 },
      },
      {
        ...{ bucket: 1, beginner: 'visitor', begun: 1, answered: 0, missed: 1, resolved: 0 },
        ...{ good: 0, normal: 0, bad: 0 },
      },
    ]);
    expect(read.talks.now.firstResponses).toEqual([[42_000, 1]]);
    expect(read.talks.now.resolutions).toEqual([[2 * MINUTE, 1]]);
    expect(read.talks.before.counts).toEqual([]);
    expect(read.comments).toMatchObject([{ conversation: conversation.id, value: 5, comment: 'Splendid' }]);
    expect(read.agents).toEqual([
      {
        ...{ agent: agent.agent, name: 'Owner of one', conversations: 1, messages: 2 },
        ...{ firstResponses: [[42_000, 1]], good: 1, normal: 0, bad: 0 },
      },
    ]);
    expect((await createStatisticsStore(talk.database).read(reading({ agents: 'none' }))).agents).toEqual([]);
  });

  it('ST10: whoever has groups is told of their conversations, and of those they are on', async () => {
    const talk = await new Talk(await shops(open)).arrive('one/anna', 'one/bea');
    await talk.visitor(speaking('one', 'anna', { group: 'sales' }), 'hello', 'hello', MONDAY);
    const { conversation } = changed((await talk.visitor(speaking('one', 'bea'), 'other', 'other', MONDAY)).change);
    const store = createStatisticsStore(talk.database);
    const begun = async () => {
      const scope = { account: anna.account, groups: ['sales'] as GroupKey[], agent: agent.agent };
      const { now } = (await store.read(reading({ scope }))).talks;
      return now.counts.reduce((sum, count) => sum + count.begun, 0);
    };
    expect(await begun()).toBe(1);
    await talk.agent(agent, conversation, 'mine', 'mine');
    expect(await begun()).toBe(2);
  });
}

function automation(open: Open): void {
  it('ST8: an automatic message counts when it was shown; one that was held back does not', async () => {
    const database = await shops(open);
    await createVisitorStore(database).admit([{ ...anna, at: MONDAY }]);
    const rule = 'ru'.padEnd(24, '0') as RuleId;
    for (const [name, heldOut] of [
      ['a', false],
      ['b', true],
    ] as const) {
      const contact = {
        ...{ id: messageIdOf(name) as MessageId, at: MONDAY, by: { kind: 'rule', rule } as const, heldOut },
        ...{ chatbot: null, visit: null, page: null, greeting: null },
        ...{ seenAt: MONDAY + 1, dismissedAt: null, answeredAt: null, goalAt: MONDAY + 9 },
      };
      const place = { ...anna, rule, at: MONDAY, monthFrom: 0 };
      await createAutomationStore(database).contact(place, async () => ({ contact, step: null, bot: null }));
    }
    const { rules } = await createStatisticsStore(database).read(reading());
    expect(rules).toEqual([{ rule, name: null, shown: 1, answered: 0, goals: 1 }]);
  });
}
