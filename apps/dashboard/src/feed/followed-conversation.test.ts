import type { Entry } from '@vetrina/protocol/conversation';
import { conversationId, messageId } from '@vetrina/protocol/ids';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  beginFollowing,
  type FollowedConversation,
  followFrame,
  takeAgain,
  takeAnswer,
  takeEntry,
  takeOlder,
} from './followed-conversation.ts';

const ID = conversationId.parse(`co${'a'.repeat(22)}`);
const MARKS = { visitor: 0, team: 0 };

function entry(seq: number, body: Entry['body'] = { kind: 'text', text: `${seq}` }): Entry {
  const id = messageId.parse(String(seq).padStart(22, '0'));
  return { seq, publicSeq: seq, id, at: seq, author: { who: 'visitor' }, body, recalled: false };
}

const log = (from: number, to: number): Entry[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => entry(from + index));

const SUMMARY = null as never;

function answer(followed: FollowedConversation, last: number, tail = 300): FollowedConversation {
  const frame = followFrame(followed);
  if (frame.type !== 'follow-conversation') throw new Error('unreachable');
  const follows = last - frame.after <= tail;
  const entries = log(follows ? frame.after + 1 : last - tail + 1, last);
  const found = { summary: SUMMARY, follows, entries, marks: MARKS };
  return takeAnswer(followed, { type: 'conversation-followed', conversation: ID, found });
}

const seqs = (followed: FollowedConversation): number[] => followed.entries.map(({ seq }) => seq);

test('C3: the entries on screen ascend without a gap, whatever arrives in whatever order', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('entry' as const), seq: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ do: fc.constant('answer' as const), last: fc.integer({ min: 0, max: 40 }) }),
    fc.record({ do: fc.constant('older' as const), from: fc.integer({ min: 1, max: 40 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let followed = beginFollowing(ID);
      for (const each of steps) {
        if (each.do === 'entry') followed = takeEntry(followed, entry(each.seq)) ?? followed;
        if (each.do === 'answer') followed = answer(followed, Math.max(each.last, seqs(followed).at(-1) ?? 0), 5);
        if (each.do === 'older') followed = takeOlder(followed, log(each.from, each.from + 5));
        const shown = seqs(followed);
        expect(shown).toEqual(shown.map((_, index) => (shown[0] ?? 0) + index));
      }
    }),
  );
});

test('C3: an entry that is not the next one is not shown, and what is missing is asked for', () => {
  const followed = answer(beginFollowing(ID), 3);
  expect(takeEntry(followed, entry(5))).toBeNull();
  expect(followFrame(followed)).toMatchObject({ after: 3 });
  expect(seqs(answer(followed, 5))).toEqual([1, 2, 3, 4, 5]);
});

test('C3: a repeat changes nothing', () => {
  const followed = answer(beginFollowing(ID), 3);
  expect(takeEntry(followed, entry(2))).toBe(followed);
});

test('C3: too much was missed: the newest are shown, the older ones are fetched', () => {
  const followed = answer(answer(beginFollowing(ID), 3), 400);
  expect(seqs(followed)[0]).toBe(101);
  expect(seqs(takeOlder(followed, log(90, 100)))[0]).toBe(90);
  expect(takeOlder(followed, log(80, 95))).toBe(followed);
});

test('V8: a recalled message is marked wherever it stands', () => {
  const followed = answer(beginFollowing(ID), 3);
  const recall = entry(4, { kind: 'recalled', message: entry(2).id });
  expect(takeEntry(followed, recall)?.entries.map(({ recalled }) => recalled)).toEqual([false, true, false, false]);
});

test('C4: what the visitor was typing goes with their message', () => {
  const followed = { ...answer(beginFollowing(ID), 1), typing: { text: 'I wo', at: 0 } };
  expect(takeEntry(followed, entry(2))?.typing).toBeNull();
});

test('C4: entries that were asked for again take the place of what is shown, and bring nothing else', () => {
  const recall = entry(4, { kind: 'recalled', message: entry(2).id });
  const before = takeEntry(answer(beginFollowing(ID), 3), recall) ?? beginFollowing(ID);
  const fresh = { kind: 'text', text: 'at a fresh address' } as const;
  const after = takeAgain(before, [entry(2, fresh), entry(3, fresh), entry(9, fresh)]);
  expect(seqs(after)).toEqual([1, 2, 3, 4]);
  expect(after.entries.map(({ body }) => body === fresh)).toEqual([false, true, true, false]);
  expect(after.entries[1]?.recalled).toBe(true);
});
