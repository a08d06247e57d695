import type { PublicEntry } from '@vetrina/protocol/conversation';
import { expect, test } from 'vitest';
import { EMPTY_LOG } from './conversation-log.ts';
import { ANNA, idOf } from './fake-chat-server.ts';
import { blocksOf } from './message-groups.ts';
import type { OutboxItem } from './outbox/outbox-item.ts';

const MINUTE = 60_000;
const agent = { who: 'agent', agent: ANNA } as const;
const visitor = { who: 'visitor' } as const;

function entry(seq: number, author: PublicEntry['author'], at: number, body?: PublicEntry['body']): PublicEntry {
  return { seq, id: idOf(`m${seq}`), at, author, body: body ?? { kind: 'text', text: `m${seq}` } };
}

const waiting = (name: string): OutboxItem => ({
  frame: { type: 'say', id: idOf(name), saying: { kind: 'text', text: name } },
  ...{ at: 0, nth: 1, by: null, state: { is: 'waiting' }, card: null },
});

const shape = (entries: PublicEntry[], items: OutboxItem[] = [], team = 0) =>
  blocksOf({ ...EMPTY_LOG, entries, marks: { visitor: 0, team } }, items, (at) =>
    at < 100 * MINUTE ? 'mon' : 'tue',
  ).map((block) =>
    block.is === 'group' ? block.lines.map((line) => line.id.replaceAll('_', '')).join('+') : block.is,
  );

test('C1: lines of one author close in time stand together, a new day gets its line', () => {
  const entries = [
    entry(1, agent, 0),
    entry(2, agent, MINUTE),
    entry(3, visitor, 2 * MINUTE),
    entry(4, visitor, 20 * MINUTE),
    entry(5, visitor, 101 * MINUTE),
  ];
  expect(shape(entries)).toEqual(['day', 'm1+m2', 'm3', 'm4', 'day', 'm5']);
});

test('C3: what waits stands at the end, and only once when its entry has come', () => {
  expect(shape([entry(1, visitor, 0)], [waiting('m1'), waiting('m2')])).toEqual(['day', 'm1+m2']);
});

test('C1: read marks reach as far as the team has read', () => {
  const blocks = blocksOf(
    { ...EMPTY_LOG, entries: [entry(1, visitor, 0), entry(2, visitor, 1)], marks: { visitor: 0, team: 1 } },
    [],
    () => 'mon',
  );
  const lines = blocks.flatMap((block) => (block.is === 'group' ? block.lines : []));
  expect(lines.map((line) => line.is === 'message' && line.progress)).toEqual(['read', 'sent']);
});

test('V8: that something was recalled shows only at its place', () => {
  const recalled = entry(2, agent, 1, { kind: 'recalled', message: idOf('m1') });
  expect(shape([entry(1, agent, 0, { kind: 'taken-back' }), recalled])).toEqual(['day', 'm1']);
});
