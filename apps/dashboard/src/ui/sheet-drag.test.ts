import { expect, test } from 'vitest';
import { isPulledShut, speedOf } from './sheet-drag.ts';

test('N5: a sheet closes when it is pulled far or flicked, and slides up again otherwise', () => {
  expect(isPulledShut({ distance: 300, speed: 0 }, 800)).toBe(true);
  expect(isPulledShut({ distance: 60, speed: 0.9 }, 800)).toBe(true);
  expect(isPulledShut({ distance: 60, speed: 0.1 }, 800)).toBe(false);
  expect(isPulledShut({ distance: 10, speed: 2 }, 800)).toBe(false);
  expect(isPulledShut({ distance: 200, speed: -1 }, 800)).toBe(false);
});

test('N5: speed is of the last moment: who pulls fast and then hesitates does not flick', () => {
  const pulled = [
    { y: 0, at: 0 },
    { y: 100, at: 50 },
  ];
  expect(speedOf(pulled)).toBe(2);
  expect(speedOf([...pulled, { y: 101, at: 300 }, { y: 102, at: 380 }])).toBeCloseTo(0.0125);
  expect(speedOf([])).toBe(0);
  expect(speedOf([{ y: 4, at: 1 }])).toBe(0);
});
