import { SILENT_VIEW, type ViewAlert, type ViewDraft } from '@vetrina/protocol/http/views';
import { settle } from '@vetrina/testkit/fake-clock';
import { describe, expect } from 'vitest';
import { addView, chooseAlert, editView, forgetAgent, orderViews, viewsOf } from '../src/views/saved-views.ts';
import { aViewDraft } from './view-samples.ts';
import { World } from './world.ts';
import type { WorldAgent } from './world-agent.ts';
import { talk as it } from './world-scene.ts';

const LOUD: ViewAlert = { sound: true, push: false };
const SHARED = { shared: true } as const;

/** Saves a view as this agent. */
async function saves(world: World, agent: WorldAgent, draft: ViewDraft, alert = SILENT_VIEW) {
  const saved = await addView(world.views, agent.actor, { draft, alert });
  await world.pass(1_100);
  return saved;
}

/** Its sidebar is open from now on. */
async function showsViews(world: World, agent: WorldAgent): Promise<WorldAgent> {
  await settle();
  agent.says({ type: 'watch-views', watching: true });
  await world.pass(1_100);
  return agent;
}

const counts = (agent: WorldAgent) =>
  agent
    .of('view-counts')
    .at(-1)
    ?.counts.map(({ people }) => people);
const told = (agent: WorldAgent) => agent.of('view-entered').map(({ people, visitor }) => [people, visitor.name]);

describe('SV4: counts', () => {
  it('SV4: stand in the sidebar, and follow what people do within a second', async ({ world }) => {
    const anna = await showsViews(world, world.agent('Anna'));
    const vera = world.visitor('Vera');
    await vera.opens('/cart');
    await saves(world, anna, aViewDraft('In the cart'));
    expect(anna.of('views-changed')).toHaveLength(1);
    expect(counts(anna)).toEqual([1]);
    await world.visitor('Walter').opens('/cart');
    await vera.tab.shows('/shoes');
    await vera.tab.shows('/cart');
    await world.pass(1_100);
    expect(counts(anna)).toEqual([2]);
    await vera.leaves();
    await world.pass(7_000);
    expect(counts(anna)).toEqual([1]);
    const frames = anna.of('view-counts').length;
    await world.pass(10_000);
    expect(anna.of('view-counts')).toHaveLength(frames);
  });

  it('SV4: a screen without a sidebar gets none, and costs nothing', async ({ world }) => {
    const anna = world.agent('Anna');
    await saves(world, anna, aViewDraft('In the cart'));
    await world.visitor('Vera').opens('/cart');
    await world.pass(2_000);
    expect([anna.of('view-counts').length, world.live.sizes().views]).toEqual([0, 0]);
    await showsViews(world, anna);
    expect([counts(anna), world.live.sizes().views]).toEqual([[1], 1]);
    anna.says({ type: 'watch-views', watching: false });
    await world.pass(100);
    expect(world.live.sizes().views).toBe(0);
  });

  it('T1: whoever belongs to groups is told of their own people alone', async ({ world }) => {
    const all = await showsViews(world, world.agent('Anna'));
    const sales = await showsViews(world, world.agent('Sally', undefined, ['sales']));
    await saves(world, all, aViewDraft('In the cart', SHARED));
    await world.visitor('Vera', { identity: { name: 'Vera', group: 'sales' } }).opens('/cart');
    await world.visitor('Walter').opens('/cart');
    await world.pass(1_100);
    expect([counts(all), counts(sales)]).toEqual([[2], [1]]);
  });

  it('SV3: time alone moves people in and out of a view', async ({ world }) => {
    const anna = await showsViews(world, world.agent('Anna'));
    const asks = { ...aViewDraft('').asks, query: 'online:>2m' };
    await saves(world, anna, aViewDraft('Long here', { asks }), LOUD);
    await world.visitor('Vera').opens('/');
    await world.pass(119_000);
    expect([counts(anna), told(anna)]).toEqual([[0], []]);
    await world.pass(3_000);
    expect([counts(anna), told(anna)]).toEqual([[1], [[1, 'Vera']]]);
  });
});

describe('SV2: whose a view is', () => {
  it('SV2: a colleague sees what is shared, and only what is shared', async ({ world }) => {
    const anna = world.agent('Anna');
    const ben = world.agent('Ben');
    await saves(world, anna, aViewDraft('Mine'));
    const team = await saves(world, anna, aViewDraft('Ours', SHARED));
    expect((await viewsOf(world.views, ben.actor)).map(({ name }) => name)).toEqual(['Ours']);
    const edit = { draft: aViewDraft('Bens', SHARED), changedAt: team.changedAt };
    await expect(editView(world.views, ben.actor, team.id, edit)).rejects.toMatchObject({ code: 'forbidden' });
    const admin = { ...ben.actor, role: 'admin' } as const;
    expect(await editView(world.views, admin, team.id, edit)).toMatchObject({ name: 'Bens', owner: anna.actor.agent });
    await expect(editView(world.views, anna.actor, team.id, edit)).rejects.toMatchObject({ code: 'changed_meanwhile' });
  });

  it('SV7: the order is each agent’s own; what is new stands behind', async ({ world }) => {
    const anna = world.agent('Anna');
    const ben = world.agent('Ben');
    const [a, b] = [
      await saves(world, anna, aViewDraft('A', SHARED)),
      await saves(world, anna, aViewDraft('B', SHARED)),
    ];
    await orderViews(world.views, anna.actor, [b.id, a.id]);
    await saves(world, ben, aViewDraft('C', SHARED));
    const names = async (agent: WorldAgent) => (await viewsOf(world.views, agent.actor)).map(({ name }) => name);
    expect([await names(anna), await names(ben)]).toEqual([
      ['B', 'A', 'C'],
      ['A', 'B', 'C'],
    ]);
  });

  it('SV8: of somebody who leaves stays what they shared, for the account', async ({ world }) => {
    const anna = world.agent('Anna');
    const ben = world.agent('Ben');
    await saves(world, anna, aViewDraft('Ours', SHARED));
    await forgetAgent(world.views, anna.actor.account, anna.actor.agent);
    const admin = { ...ben.actor, role: 'admin' } as const;
    const [ours] = await viewsOf(world.views, admin);
    expect(ours).toMatchObject({ owner: null });
    const edit = { draft: aViewDraft('Mine now'), changedAt: ours?.changedAt ?? 0 };
    expect(await editView(world.views, admin, ours?.id ?? ('' as never), edit)).toMatchObject({
      owner: ben.actor.agent,
    });
  });
});

describe('SV6: being told', () => {
  it('SV6: whoever wished it hears who entered, at once, with the sidebar closed too', async ({ world }) => {
    const anna = world.agent('Anna');
    const ben = world.agent('Ben');
    const view = await saves(world, anna, aViewDraft('In the cart', SHARED), LOUD);
    const vera = world.visitor('Vera');
    await vera.opens('/');
    await world.pass(200);
    expect(told(anna)).toEqual([]);
    await vera.tab.shows('/cart');
    await world.pass(200);
    expect(anna.of('view-entered')).toMatchObject([
      { view: { id: view.id, name: 'In the cart' }, people: 1, visitor: { id: vera.id, name: 'Vera' } },
    ]);
    expect(told(ben)).toEqual([]);
  });

  it('SV6: at most one notice every 15 seconds, which says how many', async ({ world }) => {
    const anna = world.agent('Anna');
    await saves(world, anna, aViewDraft('In the cart'), LOUD);
    await world.visitor('Vera').opens('/cart');
    await world.pass(200);
    for (const name of ['Walter', 'Xenia']) await world.visitor(name).opens('/cart');
    await world.pass(14_000);
    expect(told(anna)).toEqual([[1, 'Vera']]);
    await world.pass(1_500);
    expect(told(anna)).toEqual([
      [1, 'Vera'],
      [2, 'Xenia'],
    ]);
    await world.pass(60_000);
    expect(told(anna)).toHaveLength(2);
  });

  it('SV5: pages in between, a lost line and another tab are no entrance; a new visit is', async ({ world }) => {
    const anna = world.agent('Anna');
    await saves(world, anna, aViewDraft('In the cart'), LOUD);
    const vera = world.visitor('Vera');
    await vera.opens('/cart');
    await world.pass(20_000);
    await vera.tab.shows('/shoes');
    await world.pass(20_000);
    await vera.tab.shows('/cart');
    await vera.navigates('/cart', 10_000);
    await vera.opens('/cart');
    await world.pass(20_000);
    await vera.leaves();
    await world.pass(25_000);
    await vera.opens('/cart');
    await world.pass(20_000);
    expect(told(anna)).toEqual([[1, 'Vera']]);
    await vera.leaves();
    await world.pass(60_000);
    await vera.opens('/cart');
    await world.pass(200);
    expect(told(anna)).toHaveLength(2);
  });

  it('SV5: neither a view that is changed nor a restart of the server tells anybody', async ({ world, database }) => {
    const anna = world.agent('Anna');
    const view = await saves(world, anna, aViewDraft('In the cart'), LOUD);
    const vera = world.visitor('Vera');
    await vera.opens('/shoes');
    await world.pass(1_000);
    const asks = { ...view.asks, query: 'page:shoes' } as ViewDraft['asks'];
    const edit = { draft: aViewDraft('Shoes', { asks }), changedAt: view.changedAt };
    await editView(world.views, anna.actor, view.id, edit);
    await vera.tab.acts();
    await world.pass(20_000);
    expect(told(anna)).toEqual([]);

    const { clock, accounts, team } = world;
    world.live.stop();
    await using restarted = await World.open({ database, accounts, team, clock });
    const again = restarted.screenOf(anna.actor);
    await vera.movesTo(restarted).opens('/shoes', { again: true });
    await restarted.pass(2_000);
    expect(told(again)).toEqual([]);
    await restarted.visitor('Walter').opens('/shoes');
    await restarted.pass(200);
    expect(told(again)).toEqual([[1, 'Walter']]);
  });

  it('SV6, T1: pushes go to whoever wished them and may see the visitor, also while nobody has a screen open', async ({
    world,
  }) => {
    const anna = world.agent('Anna');
    const sally = world.agent('Sally', undefined, ['sales']);
    const push = { sound: false, push: true };
    const view = await saves(world, anna, aViewDraft('In the cart', SHARED), push);
    await chooseAlert(world.views, sally.actor, view.id, push);
    for (const { socket } of [anna, sally]) socket.closeFromClient();
    await world.pass(200);
    await world.visitor('Walter').opens('/cart');
    await world.pass(200);
    expect(world.pushed.map(({ agents, entered }) => [agents, entered.people])).toEqual([[[anna.actor.agent], 1]]);
    await world.visitor('Vera', { identity: { name: 'Vera', group: 'sales' } }).opens('/cart');
    await world.pass(200);
    expect(world.pushed.at(-1)).toMatchObject({ agents: [sally.actor.agent], entered: { visitor: { name: 'Vera' } } });
    expect(told(anna)).toEqual([]);
  });
});
