import { expect, test } from 'vitest';
import { WATCHED_BY_EACH, watchWord } from './load-messages.ts';
import { percentile } from './percentile.ts';
import { openLoop } from './schedule.ts';
import { stampedTitle, stampsIn } from './stamp.ts';

test('a stamp is read back out of any frame', () => {
  const frame = JSON.stringify([{ title: stampedTitle(7, 1_764_000_000_123.4) }, { title: stampedTitle(8, 5) }]);
  expect([...stampsIn(frame)]).toEqual([
    { visitor: 7, intended: 1_764_000_000_123 },
    { visitor: 8, intended: 5 },
  ]);
});

test('an open loop owes what it could not send in time, with the time it was meant for', () => {
  const schedule = openLoop(2, 1_000, 0);
  expect([...schedule.due(0)]).toEqual([{ visitor: 0, intended: 0 }]);
  expect([...schedule.due(400)]).toEqual([]);
  // A second's stall: everything in between is due, stamped as if it had gone out.
  expect([...schedule.due(1_500)].map(({ intended }) => intended)).toEqual([500, 1_000, 1_500]);
});

test('percentiles are the nearest rank', () => {
  const numbers = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentile(numbers, 0.5)).toBe(50);
  expect(percentile(numbers, 0.99)).toBe(99);
  expect(percentile([], 0.5)).toBeNaN();
});

test('each searching screen looks for its own fifty', () => {
  expect(watchWord(0)).toBe(watchWord(WATCHED_BY_EACH - 1));
  expect(watchWord(WATCHED_BY_EACH)).not.toBe(watchWord(0));
  expect(watchWord(10 * WATCHED_BY_EACH)).toBeNull();
});
