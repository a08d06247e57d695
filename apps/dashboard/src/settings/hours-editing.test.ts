import { isOpen } from '@vetrina/domain/office-hours';
import { wallClock } from '@vetrina/domain/wall-clock';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, doorAt, minuteOf, problemOf, sortedDay, timeText, usualWeek, withAnother } from './hours-editing.ts';

const HOUR = 60;
const at = (from: number, to: number) => ({ from: from * HOUR, to: to * HOUR });
const week = (...days: Day[]): Day[] => Array.from({ length: 7 }, (_, index) => days[index] ?? []);

test('C5: times are typed and read back as they were; midnight ends a day or begins one', () => {
  expect([timeText(0), timeText(8 * HOUR + 5), timeText(1_440)]).toEqual(['00:00', '08:05', '00:00']);
  expect([minuteOf('00:00', 'from'), minuteOf('00:00', 'to')]).toEqual([0, 1_440]);
  expect([minuteOf('', 'from'), minuteOf('8:5', 'to')]).toEqual([null, null]);
  fc.assert(fc.property(fc.integer({ min: 1, max: 1_440 }), (minute) => minuteOf(timeText(minute), 'to') === minute));
});

test('C5: a day that ends before it begins, or opens twice at once, is refused with the reason', () => {
  expect(problemOf([at(9, 17)])).toBeNull();
  expect(problemOf([at(9, 12), at(12, 17)])).toBeNull();
  expect(problemOf([at(17, 9)])).toBe('backwards');
  expect(problemOf([at(9, 9)])).toBe('backwards');
  expect(problemOf([at(13, 17), at(9, 14)])).toBe('overlap');
});

test('C5: adding intervals never makes a day that is refused, and ends when the day is full', () => {
  const interval = fc.tuple(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 1, max: 1_440 }));
  const day = fc.array(
    interval.filter(([from, to]) => from < to).map(([from, to]) => ({ from, to })),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(
      day.filter((each) => problemOf(each) === null),
      (each) => {
        const more = withAnother(each);
        if (more) expect(problemOf(more)).toBeNull();
        else expect(each.length === 5 || each.some(({ to }) => to === 1_440)).toBe(true);
      },
    ),
  );
});

test('C5: the line says open exactly when the door is, and names its next move', () => {
  const days = week([at(9, 12), at(13, 17)], [at(20, 24)], [at(0, 2)]);
  expect(doorAt(days, 0, 8 * HOUR)).toEqual({ is: 'closed', opens: 9 * HOUR, day: 0, daysAhead: 0 });
  expect(doorAt(days, 0, 9 * HOUR)).toEqual({ is: 'open', until: 12 * HOUR });
  expect(doorAt(days, 0, 12 * HOUR)).toEqual({ is: 'closed', opens: 13 * HOUR, day: 0, daysAhead: 0 });
  expect(doorAt(days, 1, 21 * HOUR)).toEqual({ is: 'open', until: 2 * HOUR });
  expect(doorAt(days, 2, 3 * HOUR)).toEqual({ is: 'closed', opens: 9 * HOUR, day: 0, daysAhead: 5 });
  expect(doorAt(week([at(9, 12)]), 0, 12 * HOUR)).toEqual({ is: 'closed', opens: 9 * HOUR, day: 0, daysAhead: 7 });
  expect(doorAt(week(), 0, 0)).toEqual({ is: 'never-open' });
  expect(
    doorAt(
      Array.from({ length: 7 }, () => [at(0, 24)]),
      3,
      5,
    ),
  ).toEqual({ is: 'always-open' });
});

test('C5: the screen and the server agree on when the office is open', () => {
  const hours = usualWeek('Europe/Rome');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (moment) => {
      const { day, minute } = wallClock(hours.timezone, moment);
      expect(doorAt(hours.days, day, minute).is === 'open').toBe(isOpen(hours, moment));
    }),
  );
});

test('C5: a day is kept in the order of its hours', () => {
  expect(sortedDay([at(13, 17), at(9, 12)])).toEqual([at(9, 12), at(13, 17)]);
});
