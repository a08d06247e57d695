import { expect, test } from 'vitest';
import { parseComparison, parseDuration, parseNumber } from './query-comparison.ts';

test.each([
  ['90s', 90_000],
  ['5m', 300_000],
  ['5', 300_000],
  ['1h30m', 5_400_000],
  ['2d', 172_800_000],
  ['', null],
  ['m', null],
  ['5 m', null],
  ['-5m', null],
  ['1e9', null],
  ['99999999999999999999', null],
])('V5: %j lasts %s ms', (text, duration) => {
  expect(parseDuration(text)).toBe(duration);
});

test.each(['', '>', '>=', '>>3', '=>3', '3x', '٣', 'NaN', 'Infinity', '0x10'])('V5: %j compares nothing', (text) => {
  expect(parseComparison(text, parseNumber, 'equal')).toBeNull();
});
