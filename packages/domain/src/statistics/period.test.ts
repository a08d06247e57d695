import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, beginningOf } from './calendar.ts';
import { periodOf } from './period.ts';

const HOUR = 3_600_000;
const zone = fc.constantFrom('UTC', 'Europe/Rome', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Chatham');
const from = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2020-01-01', days));

describe('periods', () => {
  it('ST1: buckets cover the span from its first moment on, one after the other', () => {
    fc.assert(
      fc.property(zone, from, fc.integer({ min: 1, max: 400 }), (place, day, days) => {
        const asked = { from: day, to: addDays(day, days - 1), zone: place };
        const { now, before, grain } = periodOf(asked, Number.MAX_SAFE_INTEGER);
        expect([now.buckets[0], now.until]).toEqual([now.from, now.end]);
        expect([before.end, before.until]).toEqual([now.from, now.from]);
        expect(now.buckets.every((at, nth) => at < (now.buckets[nth + 1] ?? now.end))).toBe(true);
        if (grain !== 'hour') expect(before.buckets).toHaveLength(now.buckets.length);
        expect(now.buckets.length).toBeLessThanOrEqual(92);
      }),
    );
  });

  it('ST1: a day of changed clocks has 23 or 25 hours in its chart', () => {
    const hours = (day: string) => periodOf({ from: day, to: day, zone: 'Europe/Rome' }, 0).now.buckets.length;
    expect([hours('2026-03-29'), hours('2026-10-25')]).toEqual([23, 25]);
  });

  it('ST1: what goes on is compared up to the same time of day, also over a change of clocks', () => {
    const noon = beginningOf('Europe/Rome', '2026-03-30') + 12 * HOUR;
    const { now, before, datesBefore } = periodOf({ from: '2026-03-30', to: '2026-03-30', zone: 'Europe/Rome' }, noon);
    expect(now.until).toBe(noon);
    expect(datesBefore).toEqual({ from: '2026-03-29', to: '2026-03-29' });
    // That day had no 2:00.
    expect(before.until - before.from).toBe(11 * HOUR);
  });

  it('ST1: nothing of a span that has not begun is known', () => {
    const { now, before } = periodOf({ from: '2030-01-01', to: '2030-01-07', zone: 'UTC' }, 0);
    expect([now.until, before.until]).toEqual([now.from, before.from]);
  });
});
