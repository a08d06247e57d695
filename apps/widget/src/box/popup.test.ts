import type { PublicEntry } from '@vetrina/protocol/conversation';
import type { ConversationId } from '@vetrina/protocol/ids';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, test } from 'vitest';
import { EMPTY_LOG } from './conversation-log.ts';
import { ANNA, CONVERSATION, idOf } from './fake-chat-server.ts';
import { Popup } from './popup.ts';
import type { TabNews } from './tab-channel.ts';

const LATER = `co${'L'.repeat(22)}` as ConversationId;

const says = (conversation: ConversationId, seq: number): PublicEntry => ({
  ...{ seq, id: idOf(`${conversation.slice(2, 6)}${seq}`), at: seq, author: { who: 'agent', agent: ANNA } },
  body: { kind: 'text', text: 'hi' },
});
const logIn = (conversation: ConversationId, seqs: readonly number[]) => ({
  ...EMPTY_LOG,
  ...{ conversation, entries: seqs.map((seq) => says(conversation, seq)) },
});
const logOf = (...seqs: number[]) => logIn(CONVERSATION, seqs);

/** Tabs of one browser: a shared memory and a channel that reaches all but the speaker. */
function browser(...attentions: ('focused' | 'visible' | 'hidden')[]) {
  const clock = new FakeClock();
  const dismissed = new Map<ConversationId, number>();
  const ears: ((news: TabNews) => void)[] = [];
  const tabs = attentions.map((attention, index) => {
    const tab = { shown: null as PublicEntry | null, rings: 0, attention, quiet: false };
    const popup = new Popup({
      env: clock,
      tabs: {
        tell: (news) => {
          for (const [other, hear] of ears.entries()) if (other !== index) hear(news);
        },
        onNews: (listener) => ears.push(listener),
      },
      memory: {
        dismissed: (of) => dismissed.get(of) ?? 0,
        dismiss: (of, seq) => void dismissed.set(of, seq),
        handled: () => ({ id: '' }),
      },
      attention: () => tab.attention,
      turn: index / 10,
      isQuiet: () => tab.quiet,
      show: (entries) => {
        tab.shown = entries.at(-1) ?? null;
      },
      openFor: () => false,
      popped: () => undefined,
      ring: () => {
        tab.rings += 1;
      },
    });
    return { ...{ tab, popup } };
  });
  const scene = {
    clock,
    tabs,
    arrives: (...seqs: number[]) => scene.arrivesIn(CONVERSATION, ...seqs),
    arrivesIn(conversation: ConversationId, ...seqs: number[]): void {
      for (const { popup } of tabs) popup.follow(logIn(conversation, seqs), true);
      clock.advance(1_000);
    },
    shown: () => tabs.map(({ tab }) => tab.shown?.seq ?? null),
    shownIds: () => tabs.map(({ tab }) => tab.shown?.id),
    rings: () => tabs.map(({ tab }) => tab.rings),
  };
  return scene;
}

test('V8: several tabs show a message once, where the visitor looks, and ring once', () => {
  const scene = browser('visible', 'focused', 'hidden');
  scene.arrives(1);
  expect(scene.shown()).toEqual([null, 1, null]);
  expect(scene.rings()).toEqual([0, 1, 0]);
});

test('V8: with every tab hidden one rings, and the first that is looked at shows it', () => {
  const scene = browser('hidden', 'hidden');
  scene.arrives(1);
  expect(scene.shown()).toEqual([null, null]);
  expect(scene.rings()).toEqual([1, 0]);
  scene.tabs[1]!.tab.attention = 'focused';
  scene.tabs[1]!.popup.look();
  expect(scene.shown()).toEqual([null, 1]);
});

test('V8: closed on one tab it is closed on all, and stays closed until something new comes', () => {
  const scene = browser('visible', 'visible');
  scene.arrives(1);
  expect(scene.shown()).toEqual([1, null]);
  scene.tabs[1]!.popup.dismiss();
  expect(scene.shown()).toEqual([null, null]);
  for (const { popup } of scene.tabs) popup.look();
  scene.clock.advance(1_000);
  expect(scene.shown()).toEqual([null, null]);
  scene.arrives(1, 2);
  expect(scene.shown()).toEqual([2, null]);
});

test('V8: no popup and no sound while the panel is open', () => {
  const scene = browser('focused');
  scene.tabs[0]!.tab.quiet = true;
  scene.arrives(1);
  expect([scene.shown(), scene.rings()]).toEqual([[null], [0]]);
});

test('V8: a message of the last page that nobody read shows again, without a sound', () => {
  const scene = browser('focused');
  scene.tabs[0]!.popup.follow(logOf(1), false);
  expect([scene.shown(), scene.rings()]).toEqual([[1], [0]]);
});

test('V8: a new conversation, which counts from one again, pops up and rings, in one tab', () => {
  const scene = browser('visible', 'visible');
  scene.arrives(1, 2, 3);
  scene.tabs[0]!.popup.dismiss();
  scene.arrivesIn(LATER, 1);
  expect(scene.shown()).toEqual([1, null]);
  expect(scene.rings()).toEqual([2, 0]);
});

test.each([1, 2])(
  'V8: message %i of a new conversation takes the place of the old one where it is looked at',
  (seq) => {
    const scene = browser('focused');
    const [tab] = scene.tabs;
    scene.arrives(1);
    tab!.tab.attention = 'hidden';
    scene.arrivesIn(LATER, seq);
    expect(scene.shown()).toEqual([null]);
    tab!.tab.attention = 'focused';
    tab!.popup.look();
    expect(scene.shownIds()).toEqual([says(LATER, seq).id]);
  },
);

test('V8: what is closed or shown in another tab is closed there only for the same conversation', () => {
  const scene = browser('focused', 'hidden');
  scene.arrivesIn(LATER, 1);
  scene.tabs[1]!.popup.follow(logOf(1, 2, 3), false);
  scene.tabs[1]!.popup.dismiss();
  expect(scene.shown()).toEqual([1, null]);
});

test('I2: after a logout the first message to the next person pops up and rings', () => {
  const scene = browser('focused');
  scene.arrives(1, 2);
  scene.tabs[0]!.popup.forget();
  expect(scene.shown()).toEqual([null]);
  scene.tabs[0]!.popup.look();
  expect(scene.shown()).toEqual([null]);
  scene.arrives(1);
  expect([scene.shown(), scene.rings()]).toEqual([[1], [2]]);
});
