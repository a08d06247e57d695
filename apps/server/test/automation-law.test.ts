import { decide } from '@vetrina/domain/automation/decide';
import { firstMoment, type SpannedLogic } from '@vetrina/domain/automation/first-moment';
import type { RuleLogic, Trigger } from '@vetrina/protocol/automation/rule';
import { someLogic } from '@vetrina/testkit/arbitrary-rules';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aDraft } from './rule-samples.ts';
import { World } from './world.ts';
import { WorldDatabase } from './world-database.ts';
import { anAccount } from './world-samples.ts';

/** What happens without the page: then all three can tell. */
const TIMED: readonly Trigger['on'][] = ['arrival', 'page-opened', 'time-on-page', 'time-on-site'];
/** Rules count in whole seconds: nothing falls due at the very end. */
const STAYS = 45_500;

/** Somebody opens a page and stays; what a page with this rule alone comes to, and what the server and a dry run say. */
async function playedWith(logic: RuleLogic, path: string) {
  const account = anAccount(1);
  const database = await WorldDatabase.open([account]);
  const world = await World.open({ database, accounts: [account] });
  const draft = aDraft('Random', { logic });
  const rule = await world.automates(draft);
  const visitor = world.visitor('Vera');
  const tab = await visitor.opens(path);
  const openedAt = world.clock.now();
  const told = tab.of('rules').at(-1);
  const own = told?.rules.find(({ id }) => id === rule);
  const facts = {
    ...{ visitor: undefined, visitStartedAt: told?.visitStartedAt ?? 0, chatOpenedAt: null, waitingSince: null },
    page: {
      address: `https://shop.example${path}`,
      title: `Title of ${path}`,
      openedAt,
      scrolled: [],
      leavingAt: null,
      events: {},
    },
    teamIsThere: false,
  };
  const moment = own === undefined ? null : firstMoment(own.logic as SpannedLogic, facts, openedAt);
  const isReached = moment !== null && moment < openedAt + STAYS;
  // A page that asks without reason, all the time: it is answered, and nothing comes of it.
  await tab.due(rule);
  const early = tab.message;
  if (isReached) await world.pass(Math.max(0, moment - world.clock.now()));
  if (isReached && tab.message === null) await tab.due(rule);
  const written = tab.message;
  await world.pass(STAYS - (world.clock.now() - openedAt));
  await visitor.leaves();
  await world.pass(60_000);
  const dry = await world.live.automationActions.dryRun(world.actor('Owner'), { draft, rule });
  const failures = [...world.failures];
  await world.close();
  await database.close();
  return { early, written, isReached, moment, openedAt, dry, failures, own };
}

test('A2: whatever the rule, page, server and dry run come to the same', async () => {
  const timed = someLogic.filter(({ when, schedule }) => TIMED.includes(when.on) && schedule.team === 'any');
  await fc.assert(
    fc.asyncProperty(timed, fc.constantFrom('/', '/cart', '/cart/step2'), async (logic, path) => {
      const { early, written, isReached, moment, openedAt, dry, failures } = await playedWith(logic, path);
      expect(failures).toEqual([]);
      expect(written !== null).toBe(isReached);
      if (early !== null) expect(moment).toBeLessThanOrEqual(openedAt + 5);
      expect([dry.messages, dry.perhaps]).toEqual([isReached ? 1 : 0, 0]);
      if (isReached && early === null) expect(Math.abs((dry.sample[0]?.at ?? 0) - (moment ?? 0))).toBeLessThan(1_000);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('A2: a decision that the page cannot make for lack of facts is none', () => {
  const logic: RuleLogic = {
    ...{ when: { on: 'arrival' }, delay: 0, where: { match: 'all', list: [] }, schedule: { team: 'any', times: null } },
    who: { match: 'all', list: [{ about: 'customer', is: true }] },
  };
  const page = { address: '', title: '', openedAt: 0, scrolled: [], leavingAt: null, events: {} };
  const facts = {
    visitor: undefined,
    visitStartedAt: 0,
    page,
    chatOpenedAt: null,
    waitingSince: null,
    teamIsThere: true,
  };
  expect(decide(logic, facts, 1).fires).toBeUndefined();
});
