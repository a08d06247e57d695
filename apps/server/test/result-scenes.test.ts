import type { Calendar } from '@vetrina/protocol/automation/schedule';
import type { GroupKey } from '@vetrina/protocol/ids';
import { describe, expect } from 'vitest';
import { aDraft } from './rule-samples.ts';
import { talk as it } from './world-scene.ts';
import type { WorldTab, WorldVisitor } from './world-visitor.ts';

describe('results and dry runs', () => {
  it('A6: those who are held out get nothing and are counted beside the others', async ({ world }) => {
    const rule = await world.automates(aDraft('Half', { holdOut: 50, goal: { address: '/thanks' } }));
    const people: { visitor: WorldVisitor; tab: WorldTab }[] = [];
    for (let nth = 0; nth < 40; nth += 1) {
      const visitor = world.visitor(`V${nth}`);
      people.push({ visitor, tab: await visitor.opens('/') });
    }
    for (const { tab } of people) await tab.due(rule);
    await world.pass(300);
    const written = people.filter(({ tab }) => tab.message !== null);
    expect(written.length).toBeGreaterThan(8);
    expect(written.length).toBeLessThan(32);
    for (const { tab } of written) await tab.says({ type: 'automatic-message-seen', id: tab.message?.id });
    for (const { tab } of people) await tab.shows('/thanks');
    await written[0]?.tab.writes('Yes');
    await people.find(({ tab }) => tab.message === null && !tab.shown.includes('Yes'))?.tab.writes('By myself');
    await world.pass(300);
    const { rules } = await world.live.automationActions.results(world.actor('Owner'));
    const [sent, heldOut] = [written.length, people.length - written.length];
    expect(rules).toMatchObject([
      { rule, sent, seen: sent, answered: 1, goal: sent, heldOut, heldOutWrote: 1, heldOutGoal: heldOut },
    ]);
  });

  it('A5, T1: a dry run counts everybody, and names nobody whom the one who asks may not see', async ({ world }) => {
    await world.visitor('Vera', { identity: { name: 'Vera', group: 'sales' as GroupKey } }).opens('/');
    await world.visitor('Bruno').opens('/');
    await world.pass(60_000);
    const wanted = { draft: aDraft('Hello'), rule: null };
    const namedTo = async (...groups: string[]) => {
      const run = await world.live.automationActions.dryRun(world.actor('Adele', world.accounts[0], groups), wanted);
      expect(run).toMatchObject({ visits: 2, people: 2 });
      return run.sample.map(({ visitor }) => visitor.name).sort();
    };
    expect(await namedTo()).toEqual(['Bruno', 'Vera']);
    expect(await namedTo('sales')).toEqual(['Vera']);
    expect(await namedTo('help')).toEqual([]);
  });

  it('A5: what no rule may say is not tried either', async ({ world }) => {
    await world.visitor('Vera').opens('/');
    const calendar: Calendar = { by: 'calendar', weekdays: [], hours: null, dates: null, timezone: 'Rome' };
    for (const times of [calendar, { by: 'spans' as const, list: [] }]) {
      const draft = aDraft('Hours', { logic: { schedule: { team: 'any', times } } });
      const tried = world.live.automationActions.dryRun(world.actor('Adele'), { draft, rule: null });
      await expect(tried).rejects.toMatchObject({ code: 'bad_request' });
    }
  });
});
