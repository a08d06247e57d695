import { CLOSE } from '@vetrina/protocol/close-codes';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { World } from './world.ts';
import type { WorldAgent } from './world-agent.ts';
import type { WorldTab } from './world-visitor.ts';

/** Mallory has one address and many sockets; Anna, elsewhere, and Marco, who works here, notice nothing. */
const MALLORY = { peer: { ip: '198.51.100.66' } };

let world: World;
let anna: WorldTab;
let marco: WorldAgent;

beforeEach(async () => {
  world = await World.open();
  marco = await world.agent('Marco').watches();
  anna = await world.visitor('Anna').opens('/');
  await world.pass(100);
});
afterEach(async () => {
  await anna.shows('/still-here');
  await world.pass(100);
  expect(marco.row('Anna')).toMatchObject({ page: { url: 'https://shop.example/still-here' } });
  expect(marco.gaps).toBe(0);
  expect(world.failures).toEqual([]);
  await world.close();
});

const problems = (tab: WorldTab) => tab.received.filter(({ type }) => type === 'problem').map(({ code }) => code);
const ACTIVITY = JSON.stringify({ type: 'activity', kind: 'key' });

/** Everyone sends as much as one socket may. */
async function flood(tabs: readonly WorldTab[], frame: string, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    for (const tab of tabs) for (let nth = 0; nth < 18; nth += 1) tab.socket.sendToServer(frame);
    await world.pass(1_000);
  }
}

describe('what one address may send in all', () => {
  it('bad input: many sockets of one address, each within its limit, are told, then closed', async () => {
    const mallory = world.visitor('Mallory', MALLORY);
    const tabs: WorldTab[] = [];
    for (let nth = 0; nth < 100; nth += 1) tabs.push(await mallory.opens('/'));
    const before = world.count('frames_accepted', 'visitor');
    await flood(tabs, ACTIVITY, 8);
    // The burst, and eight seconds at its pace.
    expect(world.count('frames_accepted', 'visitor') - before).toBeLessThan(3_000 + 9 * 300);
    expect(world.count('frames_refused', 'too-many-from-address')).toBeGreaterThan(500);
    const closed = tabs.filter(({ socket }) => socket.ended?.code === CLOSE.tooManyFrames.code);
    expect(closed.length).toBeGreaterThan(20);
    expect(closed.map((tab) => problems(tab))).toEqual(closed.map(() => ['too_many_requests']));
  });

  it('bad input: a neighbour behind the same address is not closed for it, and goes on when it is over', async () => {
    const mallory = world.visitor('Mallory', MALLORY);
    const tabs: WorldTab[] = [];
    for (let nth = 0; nth < 100; nth += 1) tabs.push(await mallory.opens('/'));
    const neighbour = await world.visitor('Neighbour', MALLORY).opens('/');
    await flood(tabs, ACTIVITY, 3);
    for (const tab of tabs) for (let nth = 0; nth < 18; nth += 1) tab.socket.sendToServer(ACTIVITY);
    await neighbour.shows('/lost');
    expect(problems(neighbour)).toEqual(['too_many_requests']);
    expect(neighbour.socket.ended).toBeNull();
    await world.pass(2_000);
    await neighbour.shows('/seen');
    await world.pass(100);
    expect(marco.row('Neighbour')).toMatchObject({ page: { url: 'https://shop.example/seen' } });
  });

  it('bad input: few large frames are as many as many small ones', async () => {
    await using small = await World.open({
      addressLimits: { frames: { perSecond: 100, burst: 100 }, bytes: { perSecond: 10, burst: 5_000 } },
    });
    const tab = await small.visitor('Mallory', MALLORY).opens('/');
    const before = small.count('frames_accepted', 'visitor');
    const large = JSON.stringify({ type: 'identify', identity: { name: 'M', variables: { a: 'x'.repeat(900) } } });
    for (let nth = 0; nth < 10; nth += 1) tab.socket.sendToServer(large);
    await small.pass(10);
    expect(small.count('frames_accepted', 'visitor') - before).toBe(4);
    expect(problems(tab)).toEqual(['too_many_requests']);
  });

  it('an office of three hundred honest pages behind one address is never over it, also after a restart', async () => {
    const people = world.visitor('Office', MALLORY);
    const office: WorldTab[] = [];
    for (let nth = 0; nth < 300; nth += 1) office.push(await people.opens('/'));
    for (let minute = 0; minute < 2; minute += 1) {
      for (const tab of office) {
        await tab.shows(`/${minute}`);
        await tab.says({ type: 'title-changed', page: tab.pageId, title: 'x'.repeat(200) });
        for (let nth = 0; nth < 4; nth += 1) await tab.acts();
      }
      await world.pass(10_000);
    }
    expect(world.count('frames_refused', 'too-many-from-address')).toBe(0);
  });

  it('the machine itself, its crowds and benches, is not limited', async () => {
    const crowd = world.visitor('Crowd', { peer: { ip: '127.0.0.1' } });
    const tabs: WorldTab[] = [];
    for (let nth = 0; nth < 100; nth += 1) tabs.push(await crowd.opens('/'));
    await flood(tabs, ACTIVITY, 3);
    expect(world.count('frames_refused', 'too-many-from-address')).toBe(0);
    expect(tabs.every(({ socket }) => socket.ended === null)).toBe(true);
  });
});

describe('what one tab may change', () => {
  it('bad input: page views come at most once a second after the first thirty, and the newest is shown in the end', async () => {
    const tab = await world.visitor('Mallory', MALLORY).opens('/');
    for (let nth = 1; nth <= 50; nth += 1) await tab.shows(`/${nth}`);
    await world.pass(200);
    expect(marco.row('Mallory')).toMatchObject({ pageViews: 30, page: { url: 'https://shop.example/29' } });
    await tab.says({ type: 'title-changed', page: tab.pageId, title: 'The last' });
    await world.pass(2_000);
    expect(marco.row('Mallory')).toMatchObject({
      pageViews: 31,
      page: { url: 'https://shop.example/50', title: 'The last' },
    });
    expect(world.count('pages_dropped', 'too-fast')).toBe(20);
    expect(world.live.sizes().late).toBe(0);
    expect(problems(tab)).toEqual([]);
  });

  it.each([
    ['identify', (nth: number) => ({ type: 'identify', identity: { name: `Name ${nth}` } })],
    ['title-changed', (nth: number, page: string) => ({ type: 'title-changed', page, title: `Name ${nth}` })],
  ])(
    'bad input: a page that says %s without end is heard once a second, and its last word holds',
    async (_type, frame) => {
      const tab = await world.visitor('Mallory', MALLORY).opens('/');
      const before = world.store.entries.length;
      for (let nth = 1; nth <= 50; nth += 1) await tab.says(frame(nth, tab.pageId));
      await world.pass(100);
      expect(world.store.entries.length - before).toBe(10);
      await world.pass(2_000);
      expect(world.store.entries.length - before).toBe(11);
      expect(JSON.stringify(marco.window)).toContain('Name 50');
      expect(world.count('frames_refused', 'too-fast')).toBe(39);
    },
  );

  it('what is late goes with its tab', async () => {
    const tab = await world.visitor('Mallory', MALLORY).opens('/');
    for (let nth = 1; nth <= 50; nth += 1) await tab.shows(`/${nth}`);
    await tab.leaves();
    expect(world.live.sizes().late).toBe(0);
    expect(world.count('pages_dropped', 'too-fast')).toBe(21);
  });
});

describe('who does not read', () => {
  const LONG = { type: 'box', pad: 'x'.repeat(20_000) };
  /** What is sent to a tab whatever it reads. */
  const pour = (tab: WorldTab, bytes: number) => {
    for (let sent = 0; sent < bytes; sent += 20_000) tab.socket.server.send(JSON.stringify(LONG));
  };

  it('W9: a page that answers pings and never reads is closed after ten seconds', async () => {
    const tab = await world.visitor('Mallory', MALLORY).opens('/');
    tab.socket.hold();
    pour(tab, 80_000);
    await world.pass(9_900);
    expect(world.count('sockets_closed', 'slowReader')).toBe(0);
    await world.pass(5_200);
    expect(world.count('sockets_closed', 'slowReader')).toBe(1);
    tab.socket.flush();
    expect(tab.socket.ended?.code).toBe(CLOSE.slowReader.code);
  });

  it('W9: past a megabyte it is closed as soon as it is looked at', async () => {
    const tab = await world.visitor('Mallory', MALLORY).opens('/');
    tab.socket.hold();
    pour(tab, 1_100_000);
    await world.pass(5_200);
    expect(world.count('sockets_closed', 'slowReader')).toBe(1);
  });

  it('W9: a page on a slow line that catches up now and then stays', async () => {
    const tab = await world.visitor('Bert').opens('/');
    for (let turn = 0; turn < 4; turn += 1) {
      tab.socket.hold();
      pour(tab, 80_000);
      await world.pass(7_000);
      tab.socket.flush();
      await world.pass(5_000);
    }
    expect(tab.socket.ended).toBeNull();
  });

  it.each([
    { type: 'resume-chat', conversation: null, after: 0 },
    { type: 'older-chat', conversation: `co${'0'.repeat(22)}`, before: 3 },
  ])('W9: $type waits until what was sent is read', async (asked) => {
    const tab = await world.visitor('Mallory', MALLORY).opens('/');
    tab.socket.hold();
    pour(tab, 80_000);
    await tab.says(asked);
    tab.socket.flush();
    expect(tab.received.slice(-1)).toEqual([{ type: 'problem', code: 'too_many_requests', about: asked.type }]);
  });
});
