import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followed, isFar, PULLED, resisted, wayOf } from './swipe.ts';

const HERE = { x: 100, y: 100 };

test('N6: a tap is no swipe, and scrolling a list is none either', () => {
  expect(wayOf(HERE, { x: 104, y: 103 })).toBe('undecided');
  expect(wayOf(HERE, { x: 130, y: 104 })).toBe('across');
  expect(wayOf(HERE, { x: 70, y: 96 })).toBe('across');
  expect(wayOf(HERE, { x: 112, y: 110 })).toBe('along');
  expect(wayOf(HERE, { x: 101, y: 160 })).toBe('along');
});

test('N6: a short pull does nothing, also on a narrow screen', () => {
  expect([isFar(80, 390), isFar(112, 390), isFar(-120, 390)]).toEqual([false, true, true]);
  expect([isFar(90, 300), isFar(100, 300)]).toEqual([false, true]);
});

test('N6: a row hardly moves to a side with nothing behind it', () => {
  expect(followed(60, { left: true, right: false })).toBe(10);
  expect(followed(-60, { left: true, right: false })).toBe(-60);
});

test('N7: a list follows every pull, less and less, and can be pulled far enough', () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.nat(2_000), (a, b) => {
      const [near, far] = [Math.min(a, b), Math.max(a, b)];
      expect(resisted(far)).toBeGreaterThanOrEqual(resisted(near));
      expect(resisted(far)).toBeLessThanOrEqual(far);
    }),
  );
  expect(resisted(-40)).toBe(0);
  expect(resisted(140)).toBeGreaterThan(PULLED);
});
