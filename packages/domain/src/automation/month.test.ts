import { expect, test } from 'vitest';
import { monthFrom } from './month.ts';

test.each([
  ['2026-11-26T12:00:00Z', '2026-11-01T00:00:00Z'],
  ['2026-12-01T00:00:00Z', '2026-12-01T00:00:00Z'],
  ['2026-11-30T23:59:59.999Z', '2026-11-01T00:00:00Z'],
  ['2027-01-15T00:00:00Z', '2027-01-01T00:00:00Z'],
])('P: %s is counted from %s on', (at, from) => {
  expect(monthFrom(Date.parse(at))).toBe(Date.parse(from));
});
