import { CLOSE } from '@vetrina/protocol/close-codes';
import { LIMITS } from '@vetrina/protocol/limits';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AccountLimit, ARRIVAL_LIMITS } from '../src/edge/account-limit.ts';
import { visitorIdFor } from '../src/visitors/visitor-id.ts';
import { World } from './world.ts';
import type { WorldAgent } from './world-agent.ts';
import { anAccount } from './world-samples.ts';
import type { WorldTab } from './world-visitor.ts';

/** Each test sends something bad, then `anna` and `marco` prove that nothing else was disturbed. */
let world: World;
let anna: WorldTab;
let marco: WorldAgent;

beforeEach(async () => {
  world = await World.open({ accounts: [anAccount(1, { allowedDomains: ['shop.example'] }), anAccount(2)] });
  marco = await world.agent('Marco').watches();
  anna = await world.visitor('Anna').opens('/');
  await world.pass(100);
});
afterEach(async () => {
  await anna.shows('/still-here');
  await world.pass(100);
  expect(marco.row('Anna')).toMatchObject({ status: 'active', page: { url: 'https://shop.example/still-here' } });
  expect(marco.gaps).toBe(0);
  expect(world.failures).toEqual([]);
  await world.close();
});

const key = () => world.accounts[0]?.key ?? null;
const problems = (tab: { socket: { received: string[] } }) =>
  tab.socket.received.map((text) => JSON.parse(text)).filter((frame) => frame.type === 'problem');

it.each([null, '', 'x', 'A'.repeat(32), '<script>', 'A'.repeat(10_000)])(
  'bad input: unknown key %#',
  async (unknown) => {
    const pair = world.knock(unknown);
    await world.pass(10);
    expect(pair.ended?.code).toBe(CLOSE.unknownKey.code);
    expect(world.count('sockets_closed', 'unknownKey')).toBe(1);
  },
);

it.each(['https://evil.example', 'https://shop.example.evil.example', 'https://notshop.example', 'null', null, '`$'])(
  'bad input: foreign origin %s',
  async (origin) => {
    const pair = world.knock(key(), { origin });
    await world.pass(10);
    expect(pair.ended?.code).toBe(CLOSE.foreignOrigin.code);
    expect(world.team.refusals).toMatchObject([{ because: 'foreign-origin' }]);
  },
);

const BAD_FRAMES: [string, string | Uint8Array][] = [
  ['not JSON', '{"type":'],
  ['not text', new Uint8Array([0xff, 0xfe, 0x00, 0xd8])],
  ['empty', ''],
  ['a number', '1e999'],
  ['unknown type', '{"type":"drop-table"}'],
  ['wrong type', '{"type":"activity","kind":7}'],
  ['an extra key', '{"type":"activity","kind":"key","now":12}'],
  ['deep', `{"type":"identify","identity":${'{"a":'.repeat(50)}1${'}'.repeat(50)}}`],
  ['very deep', '['.repeat(8_000)],
  ['__proto__', '{"type":"identify","identity":{"variables":{"__proto__":"x"}}}'],
  ['escaped __proto__', '{"type":"identify","identity":{"variables":{"\\u005f_proto__":"x"}}}'],
  ['constructor', '{"type":"identify","identity":{"constructor":{"prototype":{}}}}'],
  ['a second hello', '{"type":"hello","protocol":1}'],
];

it.each([
  ['a lone surrogate', 'a\ud800b', 'a\ufffdb'],
  ['NUL', 'a\0b', 'a\ufffdb'],
  ['1 MB', 'x'.repeat(1_000_000), 'x'.repeat(LIMITS.title)],
])('bad input: %s as a title is mended before anybody sees it', async (_what, title, mended) => {
  const page = { id: 'page00000001', url: 'https://shop.example/cart', title };
  anna.socket.sendToServer(JSON.stringify({ type: 'page-viewed', page }));
  await world.pass(100);
  expect(marco.row('Anna')).toMatchObject({ page: { title: mended } });
  expect(problems(anna)).toEqual([]);
});

it.each(BAD_FRAMES)('bad input: %s is refused and the connection goes on', async (_what, frame) => {
  anna.socket.sendToServer(frame);
  await world.pass(10);
  expect(problems(anna)).toMatchObject([{ type: 'problem', code: 'bad_frame' }]);
  expect(anna.socket.ended).toBeNull();
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

it('bad input: five bad frames within ten seconds end the connection', async () => {
  const tab = await world.visitor('Mallory').opens('/');
  for (let nth = 0; nth < 5; nth += 1) tab.socket.sendToServer('nonsense');
  await world.pass(10);
  expect(tab.socket.ended?.code).toBe(CLOSE.badFrame.code);
  expect(world.count('frames_refused', 'not-json')).toBe(5);
});

it('bad input: 10,000 frames a second end the connection after the first few', async () => {
  const tab = await world.visitor('Mallory').opens('/');
  const frame = JSON.stringify({ type: 'activity', kind: 'key' });
  for (let nth = 0; nth < 10_000; nth += 1) tab.socket.sendToServer(frame);
  await world.pass(10);
  expect(tab.socket.ended?.code).toBe(CLOSE.tooManyFrames.code);
  expect(world.count('frames_accepted', 'visitor')).toBeLessThan(100);
});

it.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'java\tscript:alert(1)',
  '//evil',
  'http:\\\\evil',
  'file:///etc/passwd',
  'x',
])('bad input: the address %s', async (url) => {
  await anna.shows(url);
  expect(problems(anna)).toMatchObject([{ code: 'bad_address', about: 'page-viewed' }]);
  const pair = (await world.visitor('Mallory').opens(url)).socket;
  expect(pair.ended?.code).toBe(CLOSE.badFrame.code);
  expect(marco.names).toEqual(['Anna']);
  expect(world.count('pages_dropped', 'bad-address')).toBe(2);
});

it('bad input: one browser on the sites of two accounts is two visitors that share nothing', async () => {
  const [first, second] = world.accounts;
  if (first === undefined || second === undefined) throw new Error('two accounts');
  const twin = world.visitor('Twin', { account: second });
  Object.assign(twin, { browserKey: 'k'.repeat(22) });
  const tab = await twin.opens('/', { tab: anna.id });
  await world.pass(100);
  expect(marco.names).toEqual(['Anna']);
  expect(visitorIdFor('s', first.id, twin.browserKey)).not.toBe(visitorIdFor('s', second.id, twin.browserKey));
  expect(anna.socket.ended).toBeNull();
  await tab.leaves();
  await world.pass(40_000);
  expect(marco.row('Anna')?.status).toBe('active');
});

it('bad input: a peer that talks on without reading is closed before its answers fill the memory', async () => {
  const tab = await world.visitor('Mallory').opens('/');
  tab.socket.hold();
  Object.defineProperty(tab.socket.server, 'bufferedAmount', { get: () => 1024 * 1024 + 1 });
  tab.socket.sendToServer(JSON.stringify({ type: 'activity', kind: 'key' }));
  tab.socket.flush();
  expect(tab.socket.ended?.code).toBe(CLOSE.slowReader.code);
});

it('bad input: no hello in time, an old client, a newer one', async () => {
  const mute = world.knock(key());
  const old = world.knock(key());
  const newer = world.knock(key());
  const hello = { type: 'hello', tab: 'tab-other', visitor: { as: 'counted' } };
  old.sendToServer(JSON.stringify({ ...hello, protocol: 0 }));
  newer.sendToServer(JSON.stringify({ ...hello, protocol: 99 }));
  await world.pass(5_100);
  expect([mute, old, newer].map((pair) => pair.ended?.code)).toEqual([4004, 4104, 4105]);
});

it('bad input: an agent socket with no ticket, a made-up one, a used one', async () => {
  const actor = world.actor('Eve');
  world.team.employs(actor);
  const ticket = world.ticket(actor);
  const hello = (said: object) => JSON.stringify({ type: 'hello', protocol: 1, ...said });
  const first = world.knockAsAgent();
  first.sendToServer(hello({ ticket }));
  const codes: (number | undefined)[] = [];
  for (const said of [{ ticket: 'made up' }, { ticket }]) {
    const pair = world.knockAsAgent();
    pair.sendToServer(hello(said));
    await world.pass(10);
    codes.push(pair.ended?.code);
  }
  expect(first.ended).toBeNull();
  expect(codes).toEqual([4106, 4106]);
  const bare = world.knockAsAgent();
  bare.sendToServer(JSON.stringify({ type: 'watch', watch: 1 }));
  await world.pass(5_100);
  expect(bare.ended?.code).toBe(CLOSE.helloTimeout.code);
  world.team.endsSession(actor.session);
  expect(first.ended?.code).toBe(CLOSE.signedOut.code);
});

it.each([
  { offset: -1 },
  { offset: 1e12 },
  { offset: 0.5 },
  { offset: '0' },
  { limit: 0 },
  { limit: 100_000 },
  { filter: 'everything' },
  { sort: 'name' },
])('bad input: watch with %o', async (nonsense) => {
  await marco.watches(nonsense as never);
  expect(marco.frames.at(-1)).toMatchObject({ type: 'problem', code: 'bad_frame', about: 'watch' });
  expect(marco.socket.ended).toBeNull();
});

it('bad input: an offset beyond the end shows the end', async () => {
  await marco.watches({ watch: 2, offset: 99_999_999 });
  expect(marco.window).toMatchObject({ watch: 2, offset: 0, total: 1 });
});

it('bad input: a search of 10,000 characters is refused and the old watch stays', async () => {
  await marco.watches({ watch: 2, query: 'x'.repeat(10_000) });
  expect(marco.frames.at(-1)).toEqual({ type: 'problem', code: 'query_too_long', about: 'watch' });
  expect(marco.window?.watch).toBe(1);
});

it('bad input: a broken store ends the arriving connection only', async () => {
  world.store.broken = true;
  const tab = await world.visitor('Bert').opens('/');
  await world.pass(10);
  expect(tab.socket.ended?.code).toBe(CLOSE.internal.code);
  expect(world.failures.splice(0)).toHaveLength(1);
  world.store.broken = false;
});

it('bad input: a flood at one account’s door leaves the other’s open, and is over when it is over', async () => {
  await using flooded = await World.open({ arrivals: { perSecond: 1, burst: 3 } });
  const [one, two] = flooded.accounts;
  const knocks = Array.from({ length: 5 }, () => flooded.knock(one?.key ?? null));
  await flooded.pass(10);
  const { overloaded } = CLOSE;
  expect(knocks.map(({ ended }) => ended?.code ?? null)).toEqual([null, null, null, overloaded.code, overloaded.code]);
  expect(flooded.count('sockets_closed', 'overloaded')).toBe(2);
  const elsewhere = await flooded.visitor('Bert', { account: two as never }).opens('/');
  expect(elsewhere.socket.ended).toBeNull();
  await flooded.pass(1_000);
  expect((await flooded.visitor('Carla').opens('/')).socket.ended).toBeNull();
});

it('V1: everyone of a busy shop may come back at once after a restart', () => {
  const limit = new AccountLimit({ now: () => 0 }, ARRIVAL_LIMITS);
  const account = anAccount(1).id;
  expect(Array.from({ length: 15_000 }, () => limit.admits(account)).every(Boolean)).toBe(true);
});
