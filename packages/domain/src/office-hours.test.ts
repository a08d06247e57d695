import { describe, expect, it } from 'vitest';
import { isOpen } from './office-hours.ts';
import { isTimezone } from './wall-clock.ts';

const WEEKDAYS = [{ from: 9 * 60, to: 17 * 60 }];
const NIGHT = [{ from: 2 * 60, to: 3 * 60 }];
const hours = (days: { from: number; to: number }[], timezone = 'Europe/Rome') => ({
  timezone,
  days: [days, days, days, days, days, [], []],
});

describe('C5: office hours', () => {
  it('an account without hours is always open', () => {
    expect(isOpen(null, 0)).toBe(true);
  });

  it.each([
    ['a minute before opening', '2026-01-12T07:59:59.999Z', false],
    ['at opening', '2026-01-12T08:00:00Z', true],
    ['in the last second', '2026-01-12T15:59:59.999Z', true],
    ['at closing', '2026-01-12T16:00:00Z', false],
    ['on Saturday', '2026-01-17T10:00:00Z', false],
    ['on Friday', '2026-01-16T10:00:00Z', true],
    ['an hour earlier in summer', '2026-07-13T07:00:00Z', true],
    ['closing an hour earlier in summer', '2026-07-13T15:00:00Z', false],
  ])('Rome, nine to five: %s', (_when, at, open) => {
    expect(isOpen(hours(WEEKDAYS), Date.parse(at))).toBe(open);
  });

  it('the day is the one of the office, not of Greenwich', () => {
    const monday = { timezone: 'Pacific/Auckland', days: [[{ from: 0, to: 1440 }], [], [], [], [], [], []] };
    expect(isOpen(monday, Date.parse('2026-01-11T11:30:00Z'))).toBe(true);
    expect(isOpen(monday, Date.parse('2026-01-12T11:30:00Z'))).toBe(false);
  });

  it('an hour that summer time leaves out is not open, one that it repeats is open twice', () => {
    const everyDay = { timezone: 'Europe/Rome', days: Array.from({ length: 7 }, () => NIGHT) };
    const openMinutes = (day: string) => {
      const midnight = Date.parse(`${day}T00:00:00+00:00`) - 2 * 3_600_000;
      return Array.from({ length: 24 * 60 }, (_, minute) => isOpen(everyDay, midnight + minute * 60_000)).filter(
        Boolean,
      ).length;
    };
    expect(openMinutes('2026-03-29')).toBe(0);
    expect(openMinutes('2026-10-25')).toBe(120);
    expect(openMinutes('2026-10-24')).toBe(60);
  });

  it('midnight belongs to the day that begins', () => {
    expect(isOpen(hours([{ from: 0, to: 1 }], 'UTC'), Date.parse('2026-01-12T00:00:30Z'))).toBe(true);
    expect(isOpen(hours([{ from: 1439, to: 1440 }], 'UTC'), Date.parse('2026-01-12T23:59:59Z'))).toBe(true);
  });

  it('knows which names are time zones', () => {
    expect(['Europe/Rome', 'UTC', 'Mars/Olympus', ''].map(isTimezone)).toEqual([true, true, false, false]);
  });
});
