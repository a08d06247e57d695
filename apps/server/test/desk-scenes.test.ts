import type { PlaceCounts } from '@vetrina/domain/places';
import { takePlaces } from '@vetrina/domain/places';
import type { ListFilter } from '@vetrina/protocol/messages/list-shape';
import { settle } from '@vetrina/testkit/fake-clock';
import { describe, expect } from 'vitest';
import { Refusal } from '../src/platform/refusal.ts';
import type { WorldAgent } from './world-agent.ts';
import { it } from './world-scene.ts';

const ABROAD = { peer: { ip: '198.51.100.1' } };
const inGroup = (name: string, group: string) => ({ identity: { name, group } });

async function watchesPlaces(agent: WorldAgent, query = '', filter: ListFilter = 'all', watch = 1): Promise<void> {
  await settle();
  agent.says({ type: 'watch-places', watch, of: { filter, query } });
  await settle();
}

/** What the map of this screen shows: each frame laid over the one before. */
function shown(agent: WorldAgent): PlaceCounts | null {
  let counts: PlaceCounts | null = null;
  for (const frame of agent.of('places')) counts = takePlaces(counts, frame);
  return counts;
}

describe('D3: the map', () => {
  it('D3: tells at once where people are, then each second what changed, and nothing while nothing does', async ({
    world,
  }) => {
    const marco = world.agent('Marco');
    await world.visitor('Anna').opens('/');
    await watchesPlaces(marco);
    expect(shown(marco)).toEqual({ total: 1, totalIsFinal: true, unknown: 0, countries: new Map([['IT', 1]]) });
    const bert = world.visitor('Bert');
    await bert.opens('/');
    await world.visitor('Nemo', ABROAD).opens('/');
    await world.pass(1_100);
    expect(marco.of('places')).toHaveLength(2);
    expect(marco.of('places').at(-1)).toMatchObject({ isWhole: false, total: 3, unknown: 1, countries: [['IT', 2]] });
    await world.pass(10_000);
    expect(marco.of('places')).toHaveLength(2);
    await bert.leaves();
    await world.pass(7_000);
    expect(shown(marco)).toMatchObject({ total: 2, countries: new Map([['IT', 1]]) });
  });

  it('D3: follows filter and query, exactly, and time', async ({ world }) => {
    const marco = world.agent('Marco');
    const anna = world.visitor('Anna');
    await anna.opens('/cart');
    await world.visitor('', { identity: {} }).opens('/cart');
    await watchesPlaces(marco, 'page:/cart', 'customers');
    expect(shown(marco)?.total).toBe(1);
    await anna.tab.shows('/checkout');
    await world.pass(1_100);
    expect(shown(marco)).toMatchObject({ total: 0, countries: new Map() });
    await watchesPlaces(marco, 'online:>1m', 'all', 2);
    expect(shown(marco)?.total).toBe(0);
    await world.pass(70_000);
    expect(shown(marco)?.total).toBe(2);
  });

  it('D3: another view starts whole, and none at all ends it', async ({ world }) => {
    const marco = world.agent('Marco');
    await watchesPlaces(marco, 'anna');
    await watchesPlaces(marco, 'bert', 'all', 2);
    expect(marco.of('places').map(({ watch, isWhole }) => [watch, isWhole])).toEqual([
      [1, true],
      [2, true],
    ]);
    marco.says({ type: 'watch-places', watch: 3, of: null });
    await world.visitor('Bert').opens('/');
    await world.pass(3_000);
    expect(marco.of('places')).toHaveLength(2);
    expect(world.live.sizes().maps).toBe(0);
  });

  it('D3: a query that is too long is refused, and the map stays', async ({ world }) => {
    const marco = world.agent('Marco');
    await watchesPlaces(marco);
    await watchesPlaces(marco, 'x'.repeat(501), 'all', 2);
    expect(marco.of('problem').at(-1)).toMatchObject({ code: 'query_too_long', about: 'watch-places' });
    await world.visitor('Anna').opens('/');
    await world.pass(1_100);
    expect(shown(marco)?.total).toBe(1);
  });

  it('D3, T1: counts whom the agent may see, and lets go with the screen', async ({ world }) => {
    const sally = world.agent('Sally', world.accounts[0], ['sales']);
    const other = world.agent('Otto', world.accounts[1]);
    for (const agent of [sally, other]) await watchesPlaces(agent);
    await world.visitor('Anna', inGroup('Anna', 'sales')).opens('/');
    await world.visitor('Bert', inGroup('Bert', 'support')).opens('/');
    await world.visitor('Carla').opens('/');
    await world.pass(1_100);
    expect(shown(sally)).toMatchObject({ total: 1, countries: new Map([['IT', 1]]) });
    expect(shown(other)?.total).toBe(0);
    for (const agent of [sally, other]) agent.socket.closeFromClient();
    await world.pass(100);
    expect(world.live.sizes().maps).toBe(0);
  });
});

describe('D1: finding visitors', () => {
  it('D1: who is called so comes first, of everyone on the site, and nobody who left', async ({ world }) => {
    for (let nth = 0; nth < 12; nth += 1) await world.visitor(`Guest ${nth}`).opens('/anna');
    const gone = world.visitor('Annabel');
    await gone.opens('/');
    await world.visitor('Anna Müller').opens('/');
    await gone.leaves();
    await world.pass(6_000);
    const { visitors, total } = await world.live.actions.find(world.actor('Marco'), 'ANNA');
    expect(total).toBe(13);
    expect(visitors).toHaveLength(8);
    expect(visitors[0]?.name).toBe('Anna Müller');
    expect(visitors[1]?.name).toBe('Guest 11');
    const narrower = await world.live.actions.find(world.actor('Marco'), 'page:/anna "guest 3"');
    expect(narrower.visitors.map(({ name }) => name)).toEqual(['Guest 3']);
  });

  it('D1, T1: only whom the agent may see', async ({ world }) => {
    await world.visitor('Anna', inGroup('Anna', 'sales')).opens('/');
    await world.visitor('Annabel', inGroup('Annabel', 'support')).opens('/');
    const find = (groups: string[], account = world.accounts[0]) =>
      world.live.actions.find(world.actor('Sally', account, groups), 'anna');
    expect((await find(['sales'])).visitors.map(({ name }) => name)).toEqual(['Anna']);
    expect(await find(['sales'])).toMatchObject({ total: 1 });
    expect((await find([])).total).toBe(2);
    expect((await find([], world.accounts[1])).total).toBe(0);
  });

  it('D1: one agent may ask twice a second, and others are not held up', async ({ world }) => {
    const [marco, anna] = [world.actor('Marco'), world.actor('Anna')];
    for (let nth = 0; nth < 120; nth += 1) await world.live.actions.find(marco, 'x');
    await expect(world.live.actions.find(marco, 'x')).rejects.toThrow(Refusal);
    await expect(world.live.actions.find(anna, 'x')).resolves.toMatchObject({ total: 0 });
    await world.pass(60_000);
    await expect(world.live.actions.find(marco, 'x')).resolves.toMatchObject({ total: 0 });
  });
});
