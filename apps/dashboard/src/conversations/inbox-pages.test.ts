import type { ConversationSummary } from '@vetrina/protocol/conversation';
import { expect, test } from 'vitest';
import { pageOf } from './inbox-pages.ts';

const windowAt = (offset: number, rows: number, total: number) => ({
  offset,
  total,
  conversations: Array.from<ConversationSummary>({ length: rows }),
});

test('C2: a folder that fits on the screen has no pages', () => {
  expect(pageOf(windowAt(0, 0, 0))).toBeNull();
  expect(pageOf(windowAt(0, 200, 200))).toBeNull();
});

test('C2: pages follow each other to the end and back', () => {
  expect(pageOf(windowAt(0, 200, 512))).toEqual({ from: 1, to: 200, previous: null, next: 200 });
  expect(pageOf(windowAt(200, 200, 512))).toEqual({ from: 201, to: 400, previous: 0, next: 400 });
});

test('C2: the last page is the end of the folder as it is now, and the way back leads to whole pages', () => {
  expect(pageOf(windowAt(312, 200, 512))).toEqual({ from: 313, to: 512, previous: 200, next: null });
  expect(pageOf(windowAt(1, 200, 201))).toEqual({ from: 2, to: 201, previous: 0, next: null });
});
