import { expect, test } from 'vitest';
import { continuesVisit } from './visit.ts';

const open = { startedAt: 0, endedAt: null, lastSeenAt: 100_000 };

test.each([
  ['nobody was here before', null, 100_000, 0, false],
  ['29.999 s after the last sign of life', open, 129_999, 0, true],
  ['30 s after the last sign of life', open, 130_000, 0, false],
  ['within 30 s of a noticed end', { ...open, endedAt: 110_000 }, 139_999, 0, true],
  ['after a server that was away for a minute', open, 189_999, 60_000, true],
  ['after a server that was away, and then some', open, 190_000, 60_000, false],
  ['with a clock that was set back', open, 50_000, 0, true],
  ['with a downtime that makes no sense', open, 129_999, -5, true],
])('V1: the same visit %s?', (_, last, now, downtime, same) => {
  expect(continuesVisit(last, now, downtime)).toBe(same);
});
