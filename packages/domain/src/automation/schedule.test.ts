import type { Calendar } from '@vetrina/protocol/automation/schedule';
import { NOON, someTimes } from '@vetrina/testkit/arbitrary-rules';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wallClock } from '../wall-clock.ts';
import { spansOf, timesHold } from './schedule.ts';

const ROME: Calendar = { by: 'calendar', timezone: 'Europe/Rome', weekdays: [], hours: null, dates: null };
const HOUR = 60;
const rome = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour - 1, minute);
const [THURSDAY, FRIDAY, SATURDAY] = [26, 27, 28];

test('A1: hours are those of the clock on the wall, the first minute included and the last not', () => {
  const office = { ...ROME, hours: { from: 9 * HOUR, to: 18 * HOUR } };
  const holds = [rome(THURSDAY, 8, 59), rome(THURSDAY, 9), rome(THURSDAY, 17, 59), rome(THURSDAY, 18)];
  expect(holds.map((at) => timesHold(office, at))).toEqual([false, true, true, false]);
});

test('A1: a night belongs to the day on which it began', () => {
  const friday = { ...ROME, weekdays: [4], hours: { from: 22 * HOUR, to: 6 * HOUR } };
  const holds = [rome(FRIDAY, 5), rome(FRIDAY, 23), rome(SATURDAY, 5), rome(SATURDAY, 6), rome(SATURDAY, 23)];
  expect(holds.map((at) => timesHold(friday, at))).toEqual([false, true, true, false, false]);
});

test('A1: dates are included on both sides', () => {
  const week = { ...ROME, dates: { from: '2026-11-27', to: '2026-11-27' } };
  const holds = [rome(THURSDAY, 23, 59), rome(FRIDAY, 0), rome(FRIDAY, 23, 59), rome(SATURDAY, 0)];
  expect(holds.map((at) => timesHold(week, at))).toEqual([false, true, true, false]);
});

test('A1: the hour that a clock shows twice in autumn counts twice', () => {
  const night = { ...ROME, hours: { from: 2 * HOUR, to: 3 * HOUR } };
  const [first, second] = [Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30)];
  expect([timesHold(night, first), timesHold(night, second)]).toEqual([true, true]);
});

test('A2: the spans a page is told say the same as the calendar, in every minute', () => {
  fc.assert(
    fc.property(someTimes, (times) => {
      if (times?.by !== 'calendar') return;
      const spans = { by: 'spans' as const, list: spansOf(times, NOON, NOON + 86_400_000) };
      for (let at = NOON; at < NOON + 86_400_000; at += 7 * 60_000) {
        expect(timesHold(spans, at)).toBe(timesHold(times, at));
      }
    }),
    { numRuns: 40 },
  );
});

test('A2: hours that begin and end between the quarters of an hour are told to the minute', () => {
  const odd = { ...ROME, hours: { from: 9 * HOUR + 7, to: 9 * HOUR + 11 } };
  const evening = { ...ROME, hours: { from: 0, to: 23 * HOUR + 59 } };
  expect(spansOf(odd, rome(FRIDAY, 9, 3), rome(FRIDAY, 9, 30))).toEqual([[rome(FRIDAY, 9, 7), rome(FRIDAY, 9, 11)]]);
  expect(spansOf(evening, rome(FRIDAY, 23, 50), rome(SATURDAY, 0, 5))).toEqual([
    [rome(FRIDAY, 23, 45), rome(FRIDAY, 23, 59)],
    [rome(SATURDAY, 0), rome(SATURDAY, 0, 5)],
  ]);
});

test('A2: within a quarter of an hour no clock on any wall does anything but go on', () => {
  const [day, quarter] = [86_400_000, 15 * 60_000];
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const minuteAt = (at: number) => wallClock(zone, at).minute;
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += day) {
      if (minuteAt(at) === minuteAt(at + day)) continue;
      for (let within = at; within < at + day; within += quarter) {
        const minute = minuteAt(within);
        expect([zone, minute % 15, minuteAt(within + quarter - 60_000)]).toEqual([zone, 0, minute + 14]);
      }
    }
  }
}, 30_000);
