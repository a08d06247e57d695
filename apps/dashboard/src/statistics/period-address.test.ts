import { expect, test } from 'vitest';
import { daysOf, readPeriod, writePeriod } from './period-address.ts';

test('ST1: the standard period needs no word in the address, every other one is read back', () => {
  expect(writePeriod(readPeriod({}))).toEqual({});
  for (const search of [{ period: 'today' }, { period: 'last-month' }, { from: '2026-01-01', to: '2026-02-01' }])
    expect(writePeriod(readPeriod(search))).toEqual(search);
});

test('ST1: days the wrong way round, too many or none are the standard period', () => {
  for (const search of [
    { from: '2026-02-01', to: '2026-01-01' },
    { from: '2024-02-01', to: '2026-01-01' },
    { from: '2026-13-01', to: '2026-13-02' },
    { from: '2026-01-01' },
    { period: 'for-ever' },
  ])
    expect(readPeriod(search)).toEqual({ is: '28-days' });
});

test('ST1: a span with a name moves on with the days', () => {
  expect(daysOf({ is: '7-days' }, '2026-11-26')).toEqual({ from: '2026-11-20', to: '2026-11-26' });
});
