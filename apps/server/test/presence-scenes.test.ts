import { RHYTHM } from '@vetrina/protocol/limits';
import { describe, expect } from 'vitest';
import { World } from './world.ts';
import { it } from './world-scene.ts';
import type { WorldTab } from './world-visitor.ts';

describe('V1: who is listed', () => {
  it('V1: a visitor stands in the list within a tick of the hello', async ({ world }) => {
    const marco = await world.agent('Marco').watches();
    await world.visitor('Anna').opens('/cart');
    await world.pass(100);
    expect(marco.row('Anna')).toMatchObject({
      status: 'active',
      page: { url: 'https://shop.example/cart' },
      pageViews: 1,
      tabs: 1,
    });
    expect(marco.window).toMatchObject({ total: 1, counts: { all: 1, active: 1 } });
  });

  it('V1: a navigation does not flicker', async ({ world }) => {
    const marco = await world.agent('Marco').watches();
    const anna = world.visitor('Anna');
    await anna.opens('/');
    await world.pass(1_000);
    const before = marco.frames.length;
    await anna.navigates('/cart', 4_000);
    await world.pass(1_000);
    const statuses = marco.frames
      .slice(before)
      .flatMap((frame) => (frame.type === 'patch' ? (frame.changed ?? []) : []));
    expect(statuses.every(([, change]) => change.status === undefined && change.tabs === undefined)).toBe(true);
    expect(marco.of('patch').every((patch) => patch.removed === undefined && patch.total !== 0)).toBe(true);
    expect(marco.row('Anna')).toMatchObject({ page: { url: 'https://shop.example/cart' }, pageViews: 2, visits: 1 });
  });

  it('V1: a navigation in one of two tabs does not show the other tab in between', async ({ world }) => {
    const marco = await world.agent('Marco').watches();
    const anna = world.visitor('Anna');
    await anna.opens('/quiet');
    await world.pass(1_000);
    await anna.opens('/shop');
    await world.pass(1_000);
    const before = marco.frames.length;
    await anna.navigates('/cart', 2_000);
    await world.pass(1_000);
    const pages = marco.frames.slice(before).flatMap((frame) => (frame.type === 'patch' ? (frame.changed ?? []) : []));
    expect(pages.map(([, change]) => change.page?.url).filter(Boolean)).toEqual(['https://shop.example/cart']);
    expect(marco.row('Anna')?.tabs).toBe(2);
  });

  it('V1: five tabs are one row that shows the tab used last', async ({ world }) => {
    const marco = await world.agent('Marco').watches();
    const anna = world.visitor('Anna');
    for (const path of ['/1', '/2', '/3', '/4']) {
      await anna.opens(path);
      await world.pass(100);
    }
    await anna.opens('/5', { visible: false });
    await world.pass(100);
    expect(marco.names).toEqual(['Anna']);
    expect(marco.row('Anna')).toMatchObject({ tabs: 5, pageViews: 5, page: { url: 'https://shop.example/4' } });
    await anna.tabs[1]?.acts();
    await world.pass(100);
    expect(marco.row('Anna')?.page.url).toBe('https://shop.example/2');
    await anna.tabs[1]?.leaves();
    await world.pass(5_300);
    expect(marco.row('Anna')).toMatchObject({ tabs: 4, page: { url: 'https://shop.example/4' } });
  });

  it('V1: left after 5 s and no longer counted, gone after 30 s', async ({ world }) => {
    const marco = await world.agent('Marco').watches();
    const anna = world.visitor('Anna');
    await anna.opens('/');
    await world.pass(1_000);
    await anna.leaves();
    await world.pass(4_800);
    expect(marco.row('Anna')?.status).toBe('active');
    expect(marco.window?.counts.all).toBe(1);
    await world.pass(600);
    expect(marco.row('Anna')?.status).toBe('left');
    expect(marco.window).toMatchObject({ total: 1, counts: { all: 0, active: 0 } });
    await world.pass(24_000);
    expect(marco.row('Anna')?.status).toBe('left');
    await world.pass(1_000);
    expect(marco.rows).toEqual([]);
    expect(world.live.sizes()).toMatchObject({ visitors: 0, present: 0, timed: 0 });
    const [visit] = world.store.visitsOf(marco.actor.account, anna.id);
    expect(visit?.endedAt).not.toBeNull();
  });

  it('V1: coming back within 30 s is the same visit, later a new one', async ({ world }) => {
    const marco = await world.agent('Marco').watches();
    const anna = world.visitor('Anna');
    await anna.opens('/');
    await anna.navigates('/back', 29_000);
    await world.pass(100);
    expect(marco.row('Anna')).toMatchObject({ status: 'active', visits: 1, pageViews: 2 });
    await anna.navigates('/later', 31_000);
    await world.pass(100);
    expect(marco.row('Anna')).toMatchObject({ status: 'active', visits: 2, pageViews: 1 });
    expect(world.store.visitsOf(marco.actor.account, anna.id)).toHaveLength(2);
  });

  it('V1: a browser that dies silently is shown as left within 35 s, whenever it dies', async ({ world }) => {
    const marco = await world.agent('Marco').watches();
    for (const wait of [0, 7_000, 24_900]) {
      const anna = world.visitor('Anna');
      const { socket } = await anna.opens('/');
      await world.pass(RHYTHM.beat + wait);
      expect(socket.ended).toBeNull();
      socket.goSilent();
      await world.pass(35_000);
      expect(world.live.visitorGateway.size).toBe(0);
      expect(socket.ended).not.toBeNull();
      expect(marco.row('Anna')?.status).toBe('left');
      await world.pass(31_000);
    }
    expect(world.count('sockets_closed', 'silent')).toBe(3);
  });

  it('V1: a tab that connects again replaces its older socket and changes nothing', async ({ world }) => {
    const marco = await world.agent('Marco').watches();
    const anna = world.visitor('Anna');
    const first = await anna.opens('/');
    await world.pass(1_000);
    await anna.opens('/', { tab: first.id, again: true, pageId: first.pageId });
    await world.pass(200);
    expect(first.socket.ended?.code).toBe(4007);
    expect(marco.row('Anna')).toMatchObject({ pageViews: 1, tabs: 1, status: 'active' });
    await world.pass(10_000);
    expect(marco.row('Anna')?.status).toBe('active');
  });

  it('V1: crawlers are kept out and counted apart', async ({ world }) => {
    const marco = await world.agent('Marco').watches();
    const bot = world.visitor('Bot', {
      peer: { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
    });
    const tab = await bot.opens('/');
    await world.pass(5_100);
    expect(tab.socket.ended?.code).toBe(4109);
    expect(marco.window).toMatchObject({ total: 0, unlisted: { bots: 1 } });
    expect(world.team.refusals).toMatchObject([{ because: 'bot' }]);
    await world.pass(6 * 60_000);
    expect(marco.window?.unlisted.bots).toBe(0);
  });

  it('V1: the page clock plays no part and a goodbye on a living socket is taken back by the next frame', async ({
    world,
  }) => {
    const marco = await world.agent('Marco').watches();
    const anna = world.visitor('Anna');
    const tab = await anna.opens('/');
    await tab.says({ type: 'goodbye' });
    await world.pass(6_000);
    expect(marco.row('Anna')?.status).toBe('left');
    const again = await anna.opens('/', { tab: tab.id, again: true, pageId: tab.pageId });
    await world.pass(200);
    expect(marco.row('Anna')).toMatchObject({ status: 'active', pageViews: 1 });
    await again.says({ type: 'goodbye' });
    await again.acts();
    await world.pass(10_000);
    expect(marco.row('Anna')?.status).toBe('active');
  });
});

describe('restarts', () => {
  it('V2: a restart makes nobody active who was not, nor counts the pages of open tabs again', async ({ world }) => {
    const anna = world.visitor('Anna');
    const tabs = [await anna.opens('/reading'), await anna.opens('/behind', { visible: false })];
    await world.pass(11 * 60_000);
    const { clock, store, accounts } = world;
    await world.close();
    await clock.pass(10_000);
    await using after = await World.open({ clock, store, accounts });
    const marco = await after.agent('Marco').watches();
    const anew = after.visitor('Anna');
    Object.assign(anew, { browserKey: anna.browserKey });
    const [reading, behind] = tabs as [WorldTab, WorldTab];
    await anew.opens('/behind', { tab: behind.id, again: true, pageId: behind.pageId, visible: false });
    const front = await anew.opens('/reading', { tab: reading.id, again: true, pageId: reading.pageId });
    await after.pass(100);
    expect(marco.row('Anna')).toMatchObject({ status: 'inactive', visits: 1, pageViews: 2, tabs: 2 });
    expect(marco.row('Anna')?.page.title).toBe('Title of /reading');
    await front.acts();
    await after.pass(100);
    expect(marco.row('Anna')?.status).toBe('active');
    expect(store.visitsOf(marco.actor.account, anna.id)).toMatchObject([{ pageViews: 2 }]);
  });

  it('V1: visits go on over a restart, and those who do not return are closed', async ({ world }) => {
    const anna = world.visitor('Anna');
    const bert = world.visitor('Bert');
    const tab = await anna.opens('/');
    await bert.opens('/');
    await world.pass(120_000);
    const { clock, store, accounts } = world;
    await world.close();
    await clock.pass(40_000);
    const after = await World.open({ clock, store, accounts });
    const marco = await after.agent('Marco').watches();
    after.next();
    const anew = after.visitor('Anna');
    Object.assign(anew, { browserKey: anna.browserKey });
    await anew.opens('/', { tab: tab.id, again: true, pageId: tab.pageId });
    await after.pass(100);
    expect(marco.row('Anna')).toMatchObject({ visits: 1, pageViews: 1 });
    await after.pass(61_000);
    const account = marco.actor.account;
    expect(store.visitsOf(account, bert.id).map(({ endedAt }) => endedAt === null)).toEqual([false]);
    expect(store.visitsOf(account, anna.id).map(({ endedAt }) => endedAt === null)).toEqual([true]);
    await after.close();
  });

  it('V1: a title that changed while the line was away is shown when it is back', async ({ world }) => {
    const anna = world.visitor('Anna');
    const marta = await world.agent('Marta').watches();
    const { id: tab, pageId, socket } = await anna.opens('/cart');
    socket.closeFromClient();
    await anna.opens('/cart', { tab, pageId, again: true, title: 'Cart (2)' });
    await world.pass(200);
    expect(marta.row('Anna')).toMatchObject({ page: { title: 'Cart (2)' }, pageViews: 1 });
  });
});
