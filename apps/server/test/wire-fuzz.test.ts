// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: a fuzz is one long story
import { settle } from '@vetrina/testkit/fake-clock';
import { type SeededRandom, seededRandom } from '@vetrina/testkit/seeded-random';
import type { SocketPair } from '@vetrina/testkit/socket-pair';
import { expect, it } from 'vitest';
import { World } from './world.ts';
import { WorldDatabase } from './world-database.ts';
import { anAccount, idText } from './world-samples.ts';

const FRAMES = 100_000;
/** Real ids, so that what is said under one meets what was said under it before. */
const MESSAGES = [1, 2, 3, 4].map((nth) => idText('message', nth, 15));
const MADE_UP = { visitor: idText('vi', 1), conversation: idText('co', 1), file: idText('fi', 1) };
const ROUND = 500;

const PAGE = {
  id: 'page0001',
  url: 'https://shop.example/cart?a=1#/b',
  title: 'Cart',
  referrer: 'https://search.example/',
};
const VISITOR_FRAMES: object[] = [
  {
    type: 'hello',
    protocol: 1,
    tab: 'tab00001',
    visitor: {
      ...{
        as: 'known',
        browserKey: 'k'.repeat(22),
        page: PAGE,
        visible: true,
        language: 'it',
        timezone: 'Europe/Rome',
      },
      ...{ screen: { width: 1, height: 2 }, identity: { name: 'A', variables: { a: 1 } }, again: true },
    },
  },
  { type: 'hello', protocol: 1, tab: 'tab00002', visitor: { as: 'counted' } },
  { type: 'page-viewed', page: PAGE },
  { type: 'title-changed', page: 'page0001', title: 'Other' },
  { type: 'activity', kind: 'scroll' },
  {
    type: 'identify',
    identity: { name: 'B', email: 'b@example.org', phone: null, group: 'g', variables: { b: true, c: 'd' } },
  },
  { type: 'goodbye' },
  ...MESSAGES.flatMap((id) => [
    { type: 'say', id, saying: { kind: 'text', text: 'Is 4111 1111 1111 1111 right?' } },
    { type: 'say', id, saying: { kind: 'file', file: MADE_UP.file } },
    { type: 'rate', id, value: 5, comment: 'fine' },
    { type: 'transcript', id, email: 'b@example.org' },
    { type: 'upload', id },
    {
      ...{ type: 'contact', id, name: 'B', email: 'b@example.org', phone: '+39 02', group: 'sales', consent: true },
    },
  ]),
  { type: 'typing', text: 'Is it' },
  { type: 'typing', text: null },
  { type: 'read', seq: 2 },
  { type: 'resume-chat', conversation: null, after: 0 },
  { type: 'resume-chat', conversation: MADE_UP.conversation, after: 3 },
  { type: 'older-chat', conversation: MADE_UP.conversation, before: 3 },
];
const AGENT_FRAMES: object[] = [
  { type: 'hello', protocol: 1, ticket: 'none' },
  {
    ...{
      type: 'watch',
      watch: 1,
      filter: 'all',
      query: 'an page:/cart -is:customer online:>5m',
      offset: 0,
      limit: 50,
      pace: 'front',
    },
    sort: { column: 'variable:basket', direction: 'ascending' },
  },
  { type: 'scroll', watch: 1, offset: 10, limit: 20 },
  { type: 'unwatch' },
  { type: 'follow-visitor', visitor: `vi${'0'.repeat(22)}` },
  { type: 'probe', n: 1 },
];

/** What an agent says about a conversation and its visitor, who are real. */
const aboutConversation = (conversation: string, visitor: string): object[] => [
  ...MESSAGES.flatMap((id) => [
    {
      ...{ type: 'say', id, to: { to: 'conversation', conversation }, audience: 'everyone' },
      saying: { kind: 'text', text: 'Yes' },
    },
    {
      ...{ type: 'say', id, to: { to: 'visitor', visitor }, audience: 'team' },
      saying: { kind: 'text', text: 'No' },
    },
  ]),
  { type: 'typing', conversation, typing: true },
  { type: 'read', conversation, seq: 1 },
  { type: 'compose', visitor },
  { type: 'watch-inbox', watch: 1, folder: 'open', limit: 50 },
  { type: 'watch-inbox', watch: 2, folder: null, limit: 1 },
  { type: 'watch-places', watch: 1, of: { filter: 'active', query: 'anna online:>1m' } },
  { type: 'watch-places', watch: 2, of: null },
  { type: 'follow-conversation', conversation, after: 0 },
  { type: 'follow-conversation', conversation: null, after: 0 },
  { type: 'follow-visitor', visitor },
];

const STRANGE: unknown[] = [
  ...[
    null,
    true,
    -1,
    0.5,
    1e308,
    2 ** 53,
    '',
    ' ',
    '\u202e',
    '\ud800',
    '\0',
    'x'.repeat(5_000),
    '<img src=x onerror=1>',
    [],
    {},
  ],
  ...[
    '__proto__',
    { constructor: 1 },
    [[[[[[[[[[1]]]]]]]]]],
    'javascript:alert(1)',
    'https://a.example/\ud83d',
    '{{7*7}}',
    "' or 1=1 --",
  ],
];

/** Changes, removes, doubles or adds something somewhere in a valid frame. */
function mutate(random: SeededRandom, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random.int(6) === 0) return random.pick(STRANGE);
  const entries: [string, unknown][] = Object.entries(value);
  if (entries.length === 0) return random.pick(STRANGE);
  const at = random.int(entries.length);
  const [key, inner] = entries[at] as [string, unknown];
  switch (random.int(4)) {
    case 0:
      entries.splice(at, 1);
      break;
    case 1:
      entries.push([String(random.pick(STRANGE)), random.pick(STRANGE)]);
      break;
    default:
      entries[at] = [key, mutate(random, inner)];
  }
  return Array.isArray(value) ? entries.map(([, kept]) => kept) : Object.fromEntries(entries);
}

function bytes(random: SeededRandom, frames: readonly object[]): Uint8Array {
  const frame = random.pick(frames);
  const kind = random.int(10);
  if (kind < 3) return Buffer.from(JSON.stringify(frame));
  const text = Buffer.from(JSON.stringify(mutate(random, frame)) ?? '');
  if (kind < 8) return text;
  // Cut short, or with a few bytes changed.
  if (kind === 8) return text.subarray(0, random.int(text.length + 1));
  for (let nth = 0; nth < 3 && text.length > 0; nth += 1) text[random.int(text.length)] = random.int(256);
  return text;
}

it('bad input: 100,000 mutated frames crash nothing, reject nothing, leave nothing behind', async () => {
  const seed = Date.now() % 1_000_000;
  const random = seededRandom(seed);
  const rejections: unknown[] = [];
  const onRejection = (reason: unknown) => rejections.push(reason);
  process.on('unhandledRejection', onRejection);
  const accounts = [anAccount(1)];
  const database = await WorldDatabase.open(accounts);
  // One address sends it all: its limit would keep the rest from what is to be fuzzed.
  const addressLimits = {
    frames: { perSecond: FRAMES, burst: FRAMES },
    bytes: { perSecond: 1024 ** 3, burst: 1024 ** 3 },
  };
  const world = await World.open({ accounts, database, addressLimits });
  const key = world.accounts[0]?.key ?? null;
  const eve = world.actor('Eve');
  world.team.employs(eve);
  const vera = world.visitor('Vera');
  const tab = await vera.opens('/');
  await tab.writes('Hello');
  const agentFrames = [
    ...AGENT_FRAMES,
    ...aboutConversation(tab.of('said')[0]?.conversation ?? MADE_UP.conversation, vera.id),
  ];
  const doors: { readonly frames: readonly object[]; readonly knock: () => SocketPair }[] = [
    { frames: VISITOR_FRAMES, knock: () => world.knock(key) },
    {
      frames: agentFrames,
      knock: () => {
        const pair = world.knockAsAgent();
        const ticket = random.int(4) > 0 ? world.ticket(eve) : 'none';
        pair.sendToServer(JSON.stringify({ type: 'hello', protocol: 1, ticket }));
        return pair;
      },
    },
  ];
  const open: { pair: SocketPair; frames: readonly object[] }[] = [];

  let sent = 0;
  while (sent < FRAMES) {
    for (let nth = 0; nth < ROUND; nth += 1) {
      let at = random.int(40);
      if (open[at]?.pair.ended !== null) {
        const door = random.pick(doors);
        at = Math.min(at, open.length);
        open[at] = { pair: door.knock(), frames: door.frames };
        if (door.frames === VISITOR_FRAMES && random.int(3) > 0)
          open[at]?.pair.sendToServer(JSON.stringify(VISITOR_FRAMES[0]));
      }
      const { pair, frames } = open[at] as (typeof open)[number];
      pair.sendToServer(bytes(random, frames));
      sent += 1;
      if (nth % 50 === 0) await settle();
    }
    await world.pass(2_000);
  }

  const accepted = world.count('frames_accepted', 'visitor') + world.count('frames_accepted', 'agent');
  expect(accepted, `seed ${seed}: the fuzz must get past the doors`).toBeGreaterThan(5_000);
  for (const { pair } of open) pair.closeFromClient();
  tab.socket.closeFromClient();
  await world.pass(180_000);
  const { conversations: talks, ...held } = world.held();
  expect(talks, `seed ${seed}: people talked`).toBeGreaterThan(0);
  expect(held, `seed ${seed}`).toEqual({});
  expect(world.failures, `seed ${seed}`).toEqual([]);
  expect(rejections, `seed ${seed}`).toEqual([]);
  await world.close();
  await database.close();
  expect(world.clock.waiting, `seed ${seed}: timers left behind`).toBe(0);
  process.off('unhandledRejection', onRejection);
}, 120_000);
