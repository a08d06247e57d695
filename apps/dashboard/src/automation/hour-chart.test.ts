import { expect, test } from 'vitest';
import { hourChart, roundTop } from './hour-chart.ts';
import { insertedAt } from './insert-text.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const dayOf = (at: number): string => String(Math.floor(at / DAY));

test('A5: the hours of a dry run are told by the day', () => {
  const hours = Array.from({ length: 30 }, (_, hour) => ({ sent: hour % 2, perhaps: hour === 25 ? 3 : 0 }));
  const { days, top, bars } = hourChart({ from: DAY - 2 * HOUR, hours }, dayOf);
  expect(days.map(({ name, first, bars: ofDay, sent, perhaps }) => [name, first, ofDay.length, sent, perhaps])).toEqual(
    [
      ['0', 0, 2, 1, 0],
      ['1', 2, 24, 12, 3],
      ['2', 26, 4, 2, 0],
    ],
  );
  expect([bars.length, bars[1]?.at, top]).toEqual([30, DAY - HOUR, 5]);
});

test('A5: the scale ends with a round number', () => {
  expect([0, 1, 3, 7, 12, 101].map(roundTop)).toEqual([1, 1, 5, 10, 20, 200]);
});

test('A1: a placeholder is put where the cursor is, and instead of what was selected', () => {
  expect(insertedAt('Hello !', '{name|there}', [6, 6])).toEqual({ text: 'Hello {name|there}!', cursor: 18 });
  expect(insertedAt('Hello you!', '{name|there}', [6, 9])).toEqual({ text: 'Hello {name|there}!', cursor: 18 });
});
