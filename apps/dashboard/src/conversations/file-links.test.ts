import type { Entry } from '@vetrina/protocol/conversation';
import { expect, test } from 'vitest';
import { goodUntil, isOver, newestOver } from './file-links.ts';

const address = (until: number) => `https://here/files/fi1/a%20b.pdf?account=ac1&until=${until}&signature=x`;
const said = (seq: number, until: number) => ({ seq, body: { kind: 'file', file: { url: address(until) } } }) as Entry;

test('C4: an address says until when it is good', () => {
  expect(goodUntil(address(5_000))).toBe(5_000);
  expect(goodUntil('/files/until=5')).toBeNull();
  expect([4_999, 5_000].map((now) => isOver(address(5_000), now))).toEqual([false, true]);
});

test('C4: of the files whose addresses are over, the newest is asked for first', () => {
  const note = { seq: 4, body: { kind: 'note', text: 'x' } } as Entry;
  const entries = [said(1, 1_000), said(2, 2_000), said(3, 9_000), note];
  expect([500, 1_500, 2_500].map((now) => newestOver(entries, now))).toEqual([null, 1, 2]);
});
