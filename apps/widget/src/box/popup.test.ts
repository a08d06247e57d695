import type { PublicEntry } from '@vetrina/protocol/conversation';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, test } from 'vitest';
import { EMPTY_LOG } from './conversation-log.ts';
import { ANNA, CONVERSATION, idOf } from './fake-chat-server.ts';
import { Popup } from './popup.ts';
import type { TabNews } from './tab-channel.ts';

const says = (seq: number): PublicEntry => ({
  ...{ seq, id: idOf(`m${seq}`), at: seq, author: { who: 'agent', agent: ANNA }, body: { kind: 'text', text: 'hi' } },
});
const logOf = (...seqs: number[]) => ({ ...EMPTY_LOG, conversation: CONVERSATION, entries: seqs.map(says) });

/** Tabs of one browser: a shared memory and a channel that reaches all but the speaker. */
function browser(...attentions: ('focused' | 'visible' | 'hidden')[]) {
  const clock = new FakeClock();
  const shared = { dismissed: 0 };
  const ears: ((news: TabNews) => void)[] = [];
  const tabs = attentions.map((attention, index) => {
    const tab = { shown: null as number | null, rings: 0, attention, quiet: false };
    const popup = new Popup({
      env: clock,
      tabs: {
        tell: (news) => {
          for (const [other, hear] of ears.entries()) if (other !== index) hear(news);
        },
        onNews: (listener) => ears.push(listener),
      },
      memory: {
        dismissed: () => shared.dismissed,
        dismiss: (_of, seq) => {
          shared.dismissed = seq;
        },
      },
      attention: () => tab.attention,
      turn: index / 10,
      isQuiet: () => tab.quiet,
      show: (entry) => {
        tab.shown = entry?.seq ?? null;
      },
      ring: () => {
        tab.rings += 1;
      },
    });
    return { ...{ tab, popup } };
  });
  return {
    clock,
    tabs,
    arrives(...seqs: number[]): void {
      for (const { popup } of tabs) popup.follow(logOf(...seqs), true);
      clock.advance(1_000);
    },
    shown: () => tabs.map(({ tab }) => tab.shown),
    rings: () => tabs.map(({ tab }) => tab.rings),
  };
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
