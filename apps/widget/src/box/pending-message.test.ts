import type { PublicEntry } from '@vetrina/protocol/conversation';
import type { FromRules } from '@vetrina/protocol/from-visitor';
import type { PendingMessage } from '@vetrina/protocol/messages/automatic-message';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, test } from 'vitest';
import { boxMemory } from './box-memory.ts';
import { type BoxModel, Watched } from './box-model.ts';
import { type ConversationLog, EMPTY_LOG, hear, place } from './conversation-log.ts';
import { ANNA, CONVERSATION, idOf } from './fake-chat-server.ts';
import { memoryStorage } from './outbox/outbox-store.ts';
import { offerIn, pendingEntries, withPending } from './pending.ts';
import { PendingMessages } from './pending-message.ts';
import { Popup } from './popup.ts';
import type { TabNews } from './tab-channel.ts';

const HELLO: PendingMessage = {
  ...{ id: idOf('hello'), at: 5, from: { name: 'Anna', photo: '/photos/anna' }, texts: ['Hello!', 'Can I help?'] },
  ...{ opensBox: false, seen: false },
};

type Attention = 'focused' | 'visible' | 'hidden';

/** A tab of the browser, with a server that hears it and remembers. */
function openTab(browser: Browser, attention: Attention, turn: number) {
  const { clock, storage, ears, heard } = browser;
  const w = { sessionStorage: memoryStorage(), localStorage: storage } as unknown as Window & typeof globalThis;
  const memory = boxMemory(w, 'key', () => 'anna');
  const model = new Watched({ pending: null, popup: [], open: false, phone: false } as unknown as BoxModel);
  const tab = { attention, hasLine: true, rings: 0, told: [] as string[] };
  const isInSight = () => model.get().open && tab.attention !== 'hidden';
  const popup: Popup = new Popup({
    env: clock,
    tabs: {
      tell(news) {
        for (const [other, hear] of ears) if (other !== tab) hear(news);
      },
      onNews: (listener) => void ears.set(tab, listener),
    },
    ...{ memory, turn, attention: () => tab.attention, isQuiet: () => model.get().open },
    show: (entries) => model.set({ popup: entries }),
    openFor() {
      if (!model.get().phone) model.set({ open: true });
      return !model.get().phone;
    },
    popped: () => pending.looked(),
    ring: () => {
      tab.rings += 1;
    },
  });
  const pending: PendingMessages = new PendingMessages({
    ...{ model, memory, popup, isInSight },
    send: (frame) => tab.hasLine && heard.push(frame) > 0,
    arrived: (entries) => tab.told.push(...entries.map(({ id }) => id)),
  });
  model.watch((now, before) => {
    if (now.open && !before.open) pending.looked();
  });
  return { tab, model, popup, pending, words: () => model.get().popup.map(textOf) };
}

interface Browser {
  readonly clock: FakeClock;
  readonly storage: Storage;
  readonly ears: Map<object, (news: TabNews) => void>;
  readonly heard: FromRules[];
}

const textOf = ({ body }: PublicEntry) => (body.kind === 'text' ? body.text : '');

function browser(...attentions: Attention[]) {
  const shared: Browser = { clock: new FakeClock(), storage: memoryStorage(), ears: new Map(), heard: [] };
  const tabs = attentions.map((attention, nth) => openTab(shared, attention, nth / 10));
  const [tab] = tabs;
  if (!tab) throw new Error('a browser has a tab');
  const play = {
    ...{ tabs, tab, heard: shared.heard, clock: shared.clock },
    hears(frame: ToVisitor): void {
      for (const { pending } of tabs) pending.hear(frame);
      shared.clock.advance(1_000);
    },
    writes: (message: PendingMessage | null) => play.hears({ type: 'automatic-message', message }),
    shown: () => tabs.map(({ words }) => words().length > 0),
    said: () => shared.heard.map(({ type }) => type),
    nextPage: () => openTab(shared, 'focused', 0.5),
  };
  return play;
}

test('A3.5: several tabs show one popup, where the visitor looks, without a sound, and tell the server once', () => {
  const { tabs, writes, shown, heard } = browser('visible', 'focused', 'hidden');
  writes(HELLO);
  expect(shown()).toEqual([false, true, false]);
  expect(tabs[1]!.words()).toEqual(['Hello!', 'Can I help?']);
  expect(heard).toEqual([{ type: 'automatic-message-seen', id: HELLO.id }]);
  expect(tabs.map(({ tab }) => tab.rings)).toEqual([0, 0, 0]);
});

test('A6: in a hidden tab nothing was shown, until somebody looks', () => {
  const { tab, writes, shown, heard } = browser('hidden');
  writes(HELLO);
  expect([shown(), heard]).toEqual([[false], []]);
  tab.tab.attention = 'focused';
  tab.popup.look();
  expect(heard).toEqual([{ type: 'automatic-message-seen', id: HELLO.id }]);
});

test('A3.5: closed on one tab it is closed on all, the server is told, and the next page shows nothing', () => {
  const { tabs, writes, shown, said, nextPage } = browser('visible', 'focused');
  writes(HELLO);
  tabs[1]!.popup.dismiss();
  tabs[1]!.pending.close();
  expect(shown()).toEqual([false, false]);
  tabs[0]!.tab.attention = 'focused';
  tabs[0]!.popup.look();
  expect(shown()).toEqual([false, false]);
  expect(said()).toEqual(['automatic-message-seen', 'automatic-message-closed']);
  const next = nextPage();
  next.pending.hear({ type: 'automatic-message', message: { ...HELLO, seen: true } });
  expect([next.words(), next.model.get().pending]).toEqual([[], null]);
});

test('A3: closed without a line, the server is told when there is one again', () => {
  const { tab, writes, said } = browser('focused');
  writes(HELLO);
  tab.tab.hasLine = false;
  tab.pending.close();
  tab.tab.hasLine = true;
  writes({ ...HELLO, seen: true });
  expect(said()).toEqual(['automatic-message-seen', 'automatic-message-closed']);
});

test.each<[Attention, boolean[]]>([
  ['visible', [true, false]],
  ['hidden', [false, true]],
])(
  'A3.5: a tab whose box comes late shows nothing that a %s tab shows already, or takes its place',
  (attention, shown) => {
    const { tab, writes, nextPage } = browser('focused');
    writes(HELLO);
    tab.tab.attention = attention;
    const late = nextPage();
    late.pending.hear({ type: 'automatic-message', message: { ...HELLO, seen: true } });
    expect([tab, late].map(({ words }) => words().length > 0)).toEqual(shown);
  },
);

test('A8: taken back by the server it is gone on every tab', () => {
  const { writes, shown, tab } = browser('focused', 'visible');
  writes(HELLO);
  writes(null);
  expect([shown(), tab.model.get().pending]).toEqual([[false, false], null]);
});

test('A8: neither closed nor answered it shows on the next page again, and is told as shown once', () => {
  const { writes, said, nextPage } = browser('hidden');
  writes(HELLO);
  const next = nextPage();
  next.pending.hear({ type: 'automatic-message', message: { ...HELLO, seen: true } });
  expect(next.words()).toEqual(['Hello!', 'Can I help?']);
  expect(said()).toEqual([]);
});

test('A6: in the open box it is shown without a popup; read there, it pops up nowhere any more', () => {
  const { tabs, writes, shown, heard } = browser('focused', 'hidden');
  tabs[0]!.model.set({ open: true });
  writes(HELLO);
  expect([shown(), heard]).toEqual([[false, false], [{ type: 'automatic-message-seen', id: HELLO.id }]]);
  tabs[1]!.tab.attention = 'focused';
  tabs[1]!.popup.look();
  tabs[0]!.model.set({ open: false });
  tabs[0]!.popup.look();
  expect(shown()).toEqual([false, false]);
});

test('A1: a message that opens the box does so on one tab, once, and on a phone pops up instead', () => {
  const { tabs, writes, said } = browser('visible', 'focused');
  writes({ ...HELLO, opensBox: true });
  expect(tabs.map(({ model }) => model.get().open)).toEqual([false, true]);
  expect(said()).toEqual(['automatic-message-seen']);
  const later = browser('focused');
  later.writes({ ...HELLO, opensBox: true, seen: true });
  expect([later.tab.model.get().open, later.shown()]).toEqual([false, [true]]);
  const phone = browser('focused');
  phone.tab.model.set({ phone: true });
  phone.writes({ ...HELLO, opensBox: true });
  expect([phone.tab.model.get().open, phone.shown()]).toEqual([false, [true]]);
});

test('A6: that it was shown is told again after a line was lost, until the server knows', () => {
  const { tab, hears, said } = browser('focused');
  const welcome = (seen: boolean) =>
    hears({ type: 'welcome', chat: null, message: { ...HELLO, seen } } as unknown as ToVisitor);
  tab.tab.hasLine = false;
  welcome(false);
  expect(said()).toEqual([]);
  tab.tab.hasLine = true;
  welcome(false);
  welcome(true);
  expect(said()).toEqual(['automatic-message-seen']);
});

test('A3.5: an agent who writes meanwhile takes the place of the older message, in the same popup', () => {
  const { tab, writes, clock } = browser('focused');
  writes(HELLO);
  const entry: PublicEntry = {
    ...{ seq: 1, id: idOf('agent'), at: 9, author: { who: 'agent', agent: ANNA } },
    body: { kind: 'text', text: 'I am here now' },
  };
  tab.popup.follow({ ...EMPTY_LOG, conversation: CONVERSATION, entries: [entry], lastSeq: 1 }, true);
  clock.advance(1_000);
  expect([tab.words(), tab.tab.rings]).toEqual([['I am here now'], 1]);
});

test('I1: the page hears of a message once, as long as nobody has seen it', () => {
  const { tab, writes } = browser('focused');
  writes(HELLO);
  writes(HELLO);
  expect(tab.tab.told).toEqual([HELLO.id, `${HELLO.id}-1`]);
  expect(tab.pending.wasTold(HELLO.id)).toBe(true);
  const later = browser('focused');
  later.writes({ ...HELLO, seen: true });
  expect(later.tab.tab.told).toEqual([]);
});

const log = (...entries: PublicEntry[]): ConversationLog => ({ ...EMPTY_LOG, conversation: CONVERSATION, entries });
const visitorSays = (seq: number): PublicEntry => ({
  ...{ seq, id: idOf(`v${seq}`), at: seq, author: { who: 'visitor' }, body: { kind: 'text', text: 'hi' } },
});

test('A8: it stands behind the conversation, each text one bubble, under its own name and at its own time', () => {
  expect(withPending(log(visitorSays(1)), HELLO).entries.slice(1)).toEqual([
    {
      ...{ seq: 2, id: HELLO.id, at: 5, author: { who: 'automation', name: 'Anna', photo: '/photos/anna' } },
      body: { kind: 'text', text: 'Hello!' },
    },
    expect.objectContaining({ seq: 3, at: 5, body: { kind: 'text', text: 'Can I help?' } }),
  ]);
});

test('A8: once the conversation has it, it is not shown twice', () => {
  const begun = log({ ...visitorSays(1), id: HELLO.id }, visitorSays(2));
  expect(withPending(begun, HELLO)).toBe(begun);
  expect(pendingEntries(null, begun)).toEqual([]);
});

test('A8.1: the acknowledged answer stands behind it at once, and what the server says of both takes their place', () => {
  const said = { id: idOf('yes'), conversation: CONVERSATION, seq: 3, at: 9 };
  const body = { kind: 'text', text: 'Yes' } as const;
  const placed = place(EMPTY_LOG, said, body, (here) => withPending(here, HELLO));
  expect(placed.entries.map(({ id, seq }) => [id, seq])).toEqual([
    [HELLO.id, 1],
    [`${HELLO.id}-1`, 2],
    [said.id, 3],
  ]);
  expect([placed.sureTo, withPending(placed, HELLO)]).toEqual([0, placed]);
  const own: PublicEntry = { ...visitorSays(1), id: HELLO.id, body: { kind: 'text', text: 'Hello, from the server' } };
  const position = { conversation: CONVERSATION, lastSeq: 3, unread: 0 };
  expect(hear(placed, { type: 'chat-entry', position, entry: own }).entries[0]).toEqual(own);
  // Something else stands before it, of which nothing is known here.
  expect(place(EMPTY_LOG, { ...said, seq: 4 }, body, (here) => withPending(here, HELLO)).entries).toEqual([]);
});

test('A7: the newest message offers its replies, until something newer is said, or is on its way', () => {
  const asking: PendingMessage = { ...HELLO, replies: ['Yes', 'No'], asks: 'email' };
  const asked = withPending(EMPTY_LOG, asking);
  expect(offerIn(asked, [])).toEqual({ replies: ['Yes', 'No'], asks: 'email' });
  expect(offerIn({ entries: [...asked.entries, visitorSays(3)] }, [])).toEqual({ replies: [], asks: 'text' });
  const say = { type: 'say', id: idOf('x'), saying: { kind: 'text', text: 'Yes' } } as const;
  const item = { frame: say, at: 0, nth: 1, by: null, state: { is: 'waiting' }, card: null } as const;
  expect(offerIn(asked, [item]).replies).toEqual([]);
  const joined: PublicEntry = { ...visitorSays(4), author: { who: 'agent', agent: ANNA }, body: { kind: 'joined' } };
  expect(offerIn({ entries: [...asked.entries, joined] }, []).replies).toEqual([]);
});
