import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, wallClock } from '../wall-clock.ts';
import { addDays, beginningOf, clockStretches, daysIn, offsetAt } from './calendar.ts';

const HOUR = 3_600_000;
const DAY = 86_400_000;
const ZONES = ['UTC', 'Europe/Rome', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Chatham'];
const zone = fc.constantFrom(...ZONES, 'America/Havana', 'Asia/Beirut', 'Pacific/Kiritimati');
const date = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays('2010-01-01', days));

describe('calendar days', () => {
  it('ST1: a day begins at its first moment, whatever the zone', () => {
    fc.assert(
      fc.property(zone, date, (place, day) => {
        const from = beginningOf(place, day);
        expect(dateOf(place, from)).toBe(day);
        expect(dateOf(place, from - 1) < day).toBe(true);
      }),
    );
  });

  it('ST1: a day on which the clock is put forward has 23 hours, one on which it is put back 25', () => {
    const hoursOf = (day: string) =>
      (beginningOf('Europe/Rome', addDays(day, 1)) - beginningOf('Europe/Rome', day)) / HOUR;
    expect(['2026-03-28', '2026-03-29', '2026-10-25'].map(hoursOf)).toEqual([24, 23, 25]);
  });

  it('ST1: days are counted with both ends', () => {
    expect(daysIn('2026-02-01', '2026-03-01')).toBe(29);
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  });

  it('ST6: stretches of a clock say at every moment what the clock says', () => {
    fc.assert(
      fc.property(zone, date, fc.integer({ min: 1, max: 400 * 24 }), (place, day, hours) => {
        const from = beginningOf(place, day);
        const at = from + hours * HOUR - 1;
        const stretches = clockStretches(place, from, from + 400 * DAY);
        const offset = stretches.filter((stretch) => stretch.from <= at).at(-1)?.offset ?? 0;
        expect(offset).toBe(offsetAt(place, at));
        const { day: weekday, minute } = wallClock(place, at);
        expect((Math.floor((at + offset) / HOUR) + 72) % 168).toBe(weekday * 24 + Math.floor(minute / 60));
      }),
      { numRuns: 60 },
    );
  });
});
