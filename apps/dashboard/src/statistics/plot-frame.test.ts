import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketAfterKey, bucketAt, frameOf, namedBuckets, scaleTo } from './plot-frame.ts';

test('ST11: a scale ends at a round number that nothing passes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (most) => {
      const { top, ticks } = scaleTo(most);
      expect(top).toBeGreaterThanOrEqual(most);
      expect(ticks[0]).toBe(0);
      expect(ticks.length).toBeLessThanOrEqual(7);
    }),
  );
});

test('ST11: a pointer finds the bucket it is over, and a key the one beside it', () => {
  const frame = frameOf(280, 100, 28, scaleTo(10));
  for (const bucket of [0, 13, 27]) expect(bucketAt(frame.x(bucket), frame, 28)).toBe(bucket);
  expect([bucketAt(-5, frame, 28), bucketAt(900, frame, 28)]).toEqual([0, 27]);
  expect(['ArrowRight', 'ArrowLeft', 'Home', 'End', 'a'].map((key) => bucketAfterKey(key, 27, 28))).toEqual([
    27,
    26,
    0,
    27,
    null,
  ]);
});

test('ST11: no more names stand under a chart than have room', () => {
  expect(namedBuckets(330, 28)).toEqual([0, 7, 14, 21]);
  expect(namedBuckets(900, 7)).toHaveLength(7);
});
