import { CLOSE } from '@vetrina/protocol/close-codes';
import { type FromAgent, fromAgent } from '@vetrina/protocol/from-agent';
import { type FromVisitor, fromVisitor } from '@vetrina/protocol/from-visitor';
import type { MessageId } from '@vetrina/protocol/ids';
import { RHYTHM } from '@vetrina/protocol/limits';
import type { SocketPair } from '@vetrina/testkit/socket-pair';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cast, type Who } from './authorisation-cast.ts';
import { idText } from './world-samples.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await Cast.gather();
});
afterAll(() => cast[Symbol.asyncDispose]());

const freshId = () => idText('', 1_000 + cast.next()) as MessageId;
const saying = { kind: 'text', text: 'Hello' } as const;

/** The conversation and the visitor that a frame is about. */
interface About {
  readonly conversation: string;
  readonly visitor: string;
}

/**
 * Every frame an agent's screen may send, about somebody. `told`: the type of the answer in which whoever may see it learns
 * something. A type without a row does not compile.
 */
const AGENT_FRAMES: Readonly<
  Record<FromAgent['type'], { frame(about: About): object; readonly told: string | 'own list' }>
> = {
  watch: {
    frame: () => ({
      ...{ type: 'watch', watch: 1, filter: 'all', query: '', offset: 0, limit: 50, pace: 'front' },
      sort: { column: 'status', direction: 'descending' },
    }),
    told: 'own list',
  },
  'watch-places': {
    frame: () => ({ type: 'watch-places', watch: 1, of: { filter: 'all', query: '' } }),
    told: 'own list',
  },
  scroll: { frame: () => ({ type: 'scroll', watch: 1, offset: 0, limit: 50 }), told: 'own list' },
  unwatch: { frame: () => ({ type: 'unwatch' }), told: 'own list' },
  probe: { frame: () => ({ type: 'probe', n: 1 }), told: 'own list' },
  'watch-inbox': {
    frame: () => ({ type: 'watch-inbox', watch: 1, folder: 'open', limit: 50 }),
    told: 'own list',
  },
  'watch-views': { frame: () => ({ type: 'watch-views', watching: true }), told: 'own list' },
  'follow-visitor': { frame: ({ visitor }) => ({ type: 'follow-visitor', visitor }), told: 'visitor-followed' },
  'follow-conversation': {
    frame: ({ conversation }) => ({ type: 'follow-conversation', conversation, after: 0 }),
    told: 'conversation-followed',
  },
  say: {
    frame: ({ conversation }) => ({
      ...{ type: 'say', id: freshId(), audience: 'team', saying },
      to: { to: 'conversation', conversation },
    }),
    told: 'said',
  },
  typing: { frame: ({ conversation }) => ({ type: 'typing', conversation, typing: true }), told: 'nothing' },
  read: { frame: ({ conversation }) => ({ type: 'read', conversation, seq: 1 }), told: 'nothing' },
  attention: { frame: () => ({ type: 'attention', attends: true }), told: 'own list' },
  compose: { frame: ({ visitor }) => ({ type: 'compose', visitor }), told: 'nothing' },
};

/** A type that is asked in more than one way. */
const VARIANTS: readonly (readonly [string, (about: About) => object, string])[] = [
  [
    'say to the visitor, in the conversation',
    ({ conversation }) => ({
      ...{ type: 'say', id: freshId(), audience: 'everyone', saying },
      to: { to: 'conversation', conversation },
    }),
    'said',
  ],
  [
    'say to the visitor, wherever (V8)',
    ({ visitor }) => ({
      ...{ type: 'say', id: freshId(), audience: 'everyone', saying },
      to: { to: 'visitor', visitor },
    }),
    'said',
  ],
];
const ROWS = [
  ...Object.entries(AGENT_FRAMES).map(([type, { frame, told }]) => [type, frame, told] as const),
  ...VARIANTS,
];

const isNoBeat = (text: string): boolean => !text.startsWith('{"type":"beat"');

/** What a screen that shows the list was told after it said something. */
async function toldAfter(who: Who, frame: object): Promise<string[]> {
  const screen = await cast.screen(who);
  await cast.says(screen, AGENT_FRAMES.watch.frame({ conversation: '', visitor: '' }));
  await cast.world.clock.pass(300);
  const before = screen.received.length;
  await cast.says(screen, frame);
  await cast.world.clock.pass(300);
  const told = screen.received.slice(before).filter(isNoBeat);
  screen.closeFromClient();
  return told;
}

/** The same text with ids and clocks taken out, for comparing an answer about one thing with that about another. */
const shapeOf = (told: readonly string[]): string[] =>
  told
    .map((text) =>
      text
        .replace(/\b(co|vi)[\w-]{22}/g, '$1')
        .replace(/("id":)"[\w-]{22}"/g, '$1')
        .replace(/"(tab|page)?0{5,}\d+"/g, '""')
        .replace(/uploads\/[\w.-]+/, 'uploads/')
        .replace(/:\d{4,}/g, ':0'),
    )
    .sort();

const INSIDE: readonly Who[] = ['agent', 'admin', 'owner'];
const OUTSIDE: readonly Who[] = ['agent of another group', 'owner of another account'];

describe("T1: what an agent's screen may ask", () => {
  it('every frame stands in the matrix', () => {
    const types = fromAgent.options.map(({ shape }) => shape.type.value);
    expect(Object.keys(AGENT_FRAMES).sort()).toEqual([...types].sort());
  });

  describe.each(ROWS)('%s', (_, frame, told) => {
    const known = () => ({ conversation: cast.conversation, visitor: cast.visitor });
    const unknown = () => ({
      conversation: idText('co', 9_000_000 + cast.next()),
      visitor: idText('vi', 9_000_000 + cast.next()),
    });

    it.each(OUTSIDE)('%s: hears nothing of it, and the same as of what does not exist', async (who) => {
      const answers = await toldAfter(who, frame(known()));
      for (const text of answers) expect(text).not.toMatch(/A secret question|"name":"Anna"/);
      if (told !== 'own list') expect(shapeOf(answers)).toEqual(shapeOf(await toldAfter(who, frame(unknown()))));
    });

    it.each(INSIDE)('%s: is served', async (who) => {
      const answers = (await toldAfter(who, frame(known()))).map((text) => JSON.parse(text));
      expect(answers.filter((one) => one.type === 'problem' || one.type === 'refused')).toEqual([]);
      if (told !== 'own list' && told !== 'nothing') expect(answers.map((one) => one.type)).toContain(told);
    });

    it('without a ticket: the door stays shut', async () => {
      const screen = await cast.screenWith('no ticket at all');
      await cast.says(screen, frame(known()));
      expect(screen.ended?.code).toBe(CLOSE.ticketInvalid.code);
      expect(screen.received).toEqual([]);
    });
  });
});

/** Every frame of a visitor's page. Those that name a conversation are asked about another's. */
const VISITOR_FRAMES: Readonly<Record<FromVisitor['type'], (foreign: string) => object>> = {
  'page-viewed': () => ({
    type: 'page-viewed',
    page: { id: idText('page', cast.next(), 8), url: 'https://shop.example/x', title: 'X' },
  }),
  'title-changed': () => ({ type: 'title-changed', page: idText('page', 1, 8), title: 'Y' }),
  activity: () => ({ type: 'activity', kind: 'scroll' }),
  identify: () => ({ type: 'identify', identity: { name: 'Bruno' } }),
  goodbye: () => ({ type: 'goodbye' }),
  say: () => ({ type: 'say', id: cast.message, saying: { kind: 'text', text: 'mine' } }),
  typing: () => ({ type: 'typing', text: 'psst' }),
  read: () => ({ type: 'read', seq: 1 }),
  'resume-chat': (conversation) => ({ type: 'resume-chat', conversation, after: 0 }),
  'older-chat': (conversation) => ({ type: 'older-chat', conversation, before: 100 }),
  contact: () => ({
    ...{ type: 'contact', id: freshId(), name: 'Bruno', email: 'bruno@example.com' },
    ...{ phone: null, group: null, consent: true },
  }),
  rate: () => ({ type: 'rate', id: freshId(), value: 1, comment: 'mine' }),
  transcript: () => ({ type: 'transcript', id: freshId(), email: 'bruno@example.com' }),
  'rule-due': () => ({ type: 'rule-due', rule: idText('ru', 9_000_000), page: idText('page', 1, 8) }),
  'automatic-message-seen': () => ({ type: 'automatic-message-seen', id: cast.message }),
  'automatic-message-closed': () => ({ type: 'automatic-message-closed', id: cast.message }),
  upload: () => ({ type: 'upload', id: freshId() }),
};

describe("T1: what a visitor's page may ask", () => {
  it('every frame stands in the matrix', () => {
    const types = fromVisitor.options.map(({ shape }) => shape.type.value);
    expect(Object.keys(VISITOR_FRAMES).sort()).toEqual([...types].sort());
  });

  it.each(Object.keys(VISITOR_FRAMES) as FromVisitor['type'][])(
    "%s: nothing of another visitor's conversation is told or changed",
    async (type) => {
      const anna = cast.sockets.get('visitor') as SocketPair;
      // Whoever typed in an earlier row has stopped by then.
      await cast.world.clock.pass(RHYTHM.typing);
      const before = anna.received.length;
      const answers: string[][] = [];
      for (const foreign of [cast.conversation, idText('co', 9_000_000 + cast.next())]) {
        const bruno = await cast.visits('Bruno');
        await cast.says(bruno, VISITOR_FRAMES[type](foreign));
        await cast.world.clock.pass(300);
        answers.push(bruno.received.filter(isNoBeat));
      }
      for (const answer of answers) expect(answer.join()).not.toMatch(/A secret question/);
      expect(shapeOf(answers[0] ?? [])).toEqual(shapeOf(answers[1] ?? []));
      expect(anna.received.slice(before).filter(isNoBeat)).toEqual([]);
    },
  );

  it.each(Object.keys(VISITOR_FRAMES) as FromVisitor['type'][])(
    '%s: a visitor who is only counted is not listened to',
    async (type) => {
      const counted = await cast.counts();
      const before = counted.received.length;
      await cast.says(counted, VISITOR_FRAMES[type](cast.conversation));
      expect(counted.received.slice(before)).toEqual([]);
    },
  );
});
