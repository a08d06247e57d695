import type { ConversationSummary } from '@vetrina/protocol/conversation';
import type { AgentId, ConversationId, VisitorId } from '@vetrina/protocol/ids';
import type { InboxWindow } from '@vetrina/protocol/messages/inbox';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyInboxPatch, diffInbox, inboxOrder, inFolder } from './inbox.ts';

const ME = 'ag0000000000000000000000' as AgentId;
const OTHER = 'ag0000000000000000000001' as AgentId;
const idOf = (nth: number) => `co${String(nth).padStart(22, '0')}` as ConversationId;

function summary(nth: number, facts: Partial<ConversationSummary> = {}): ConversationSummary {
  return {
    id: idOf(nth),
    visitor: {
      id: `vi${String(nth).padStart(22, '0')}` as VisitorId,
      number: nth,
      name: null,
      email: null,
      country: null,
      online: true,
      typing: false,
      blocked: false,
    },
    state: 'open',
    startedBy: 'visitor',
    offline: false,
    automated: false,
    group: null,
    agents: [],
    tags: [],
    lastSeq: 1,
    lastMessage: null,
    waitingSince: null,
    unread: 0,
    rating: null,
    createdAt: 1_000,
    resolvedAt: null,
    page: null,
    ...facts,
  };
}

/** Few ids and few moments, so that ties and repeats are common. */
const anySummary = fc
  .record({
    nth: fc.nat(12),
    waitingSince: fc.option(fc.nat(4)),
    at: fc.option(fc.nat(4)),
    unread: fc.nat(2),
    createdAt: fc.nat(3),
  })
  .map(({ nth, at, ...facts }) =>
    summary(nth, { ...facts, lastMessage: at === null ? null : { text: 'words', at, by: 'visitor' } }),
  );
const anyList = fc.uniqueArray(anySummary, { selector: ({ id }) => id });

function windowOf(list: readonly ConversationSummary[], limit: number, offset = 0): InboxWindow {
  const conversations = [...list].sort(inboxOrder).slice(offset, offset + limit);
  return { type: 'inbox', watch: 1, folder: 'open', offset, total: list.length, conversations };
}

test('C2: window + patch = fresh window, whatever happened in between', () => {
  fc.assert(
    fc.property(
      anyList,
      anyList,
      fc.integer({ min: 1, max: 8 }),
      fc.nat(6),
      fc.nat(6),
      (before, after, limit, ...at) => {
        const [old, fresh] = [windowOf(before, limit, at[0]), windowOf(after, limit, at[1])];
        const diff = diffInbox(old, fresh);
        const patched = diff === null ? old : applyInboxPatch(old, { type: 'inbox-patch', watch: 1, ...diff });
        expect(patched).toEqual(fresh);
      },
    ),
  );
});

test('C2: a patch names nothing that stayed as it was', () => {
  const still = summary(1);
  const before = windowOf([still, summary(2)], 10);
  const after = windowOf([summary(1), summary(3)], 10);
  expect(diffInbox(before, after)).toEqual({ offset: 0, total: 2, gone: [idOf(2)], put: [summary(3)] });
  expect(diffInbox(before, windowOf([summary(2), summary(1)], 10))).toBeNull();
});

test('C2: conversations that did not change stay the same objects', () => {
  const still = summary(1);
  const window = windowOf([still, summary(2)], 10);
  const patched = applyInboxPatch(window, {
    type: 'inbox-patch',
    watch: 1,
    offset: 0,
    total: 1,
    gone: [idOf(2)],
    put: [],
  });
  expect(patched.conversations).toEqual([still]);
  expect(patched.conversations[0]).toBe(still);
});

test('C2: the order is total, so that every screen shows the same', () => {
  fc.assert(
    fc.property(anySummary, anySummary, anySummary, (a, b, c) => {
      expect(Math.sign(inboxOrder(a, b))).toBe(-Math.sign(inboxOrder(b, a)) || 0);
      if (inboxOrder(a, b) < 0 && inboxOrder(b, c) < 0) expect(inboxOrder(a, c)).toBeLessThan(0);
      if (a.id !== b.id) expect(inboxOrder(a, b)).not.toBe(0);
    }),
  );
});

test('C2: who waits longest stands first, then the latest message', () => {
  const waitsLong = summary(1, { waitingSince: 100 });
  const waitsShort = summary(2, { waitingSince: 200 });
  const late = summary(3, { lastMessage: { text: '', at: 900, by: 'agent' } });
  const early = summary(4, { lastMessage: { text: '', at: 800, by: 'agent' } });
  expect([early, late, waitsShort, waitsLong].sort(inboxOrder)).toEqual([waitsLong, waitsShort, late, early]);
});

test('C2: folders', () => {
  const fresh = { state: 'new', automated: false, agents: [] } as const;
  const mine = { state: 'open', automated: false, agents: [OTHER, ME] } as const;
  const others = { state: 'open', automated: false, agents: [OTHER] } as const;
  const resolved = { state: 'resolved', automated: false, agents: [ME] } as const;
  const standing = (folder: 'new' | 'mine' | 'open') =>
    [fresh, mine, others, resolved].map((conversation) => inFolder(folder, conversation, ME));
  expect(standing('new')).toEqual([true, false, false, false]);
  expect(standing('mine')).toEqual([false, true, false, false]);
  expect(standing('open')).toEqual([true, true, true, false]);
});

test('C2.15: what a chatbot answers is open, and nobody has to take it: it is not new', () => {
  const answered = { state: 'new', automated: true, agents: [] } as const;
  expect((['new', 'mine', 'open'] as const).map((folder) => inFolder(folder, answered, ME))).toEqual([
    false,
    false,
    true,
  ]);
});
