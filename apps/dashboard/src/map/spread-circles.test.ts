import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Circle, type Point, spreadCircles } from './spread-circles.ts';

const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(ax - bx, ay - by);

/** How far circles reach into each other, all pairs together. */
function overlap(circles: readonly Circle[], spots: readonly Point[]): number {
  let sum = 0;
  for (let one = 0; one < circles.length; one += 1)
    for (let other = one + 1; other < circles.length; other += 1) {
      const reach = (circles[one] as Circle).radius + (circles[other] as Circle).radius;
      sum += Math.max(0, reach - distance(spots[one] as Point, spots[other] as Point));
    }
  return sum;
}

test('D3: circles with room stay exactly where their countries are', () => {
  const circles: Circle[] = [
    { at: [0, 0], radius: 5 },
    { at: [11, 0], radius: 5 },
    { at: [0, 40], radius: 20 },
  ];
  expect(spreadCircles(circles, 30)).toEqual(circles.map(({ at }) => at));
});

test('D3: of two that overlap the small one makes way for the large one', () => {
  const circles: Circle[] = [
    { at: [0, 0], radius: 20 },
    { at: [10, 0], radius: 5 },
  ];
  const [large, small] = spreadCircles(circles, 60) as [Point, Point];
  expect(distance(large, small)).toBeGreaterThan(22);
  expect(distance(large, [0, 0])).toBeLessThan(distance(small, [10, 0]) / 5);
});

test('D3: a crowd of circles overlaps far less than at their places, and none strays', () => {
  const circle = fc.record({
    at: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 })),
    radius: fc.integer({ min: 3, max: 17 }),
  });
  fc.assert(
    fc.property(fc.array(circle, { maxLength: 20 }), (circles) => {
      const spots = spreadCircles(circles, 30);
      for (const [index, { at }] of circles.entries())
        expect(distance(spots[index] as Point, at)).toBeLessThanOrEqual(30 + 1e-6);
      const homes = circles.map(({ at }) => at);
      expect(overlap(circles, spots)).toBeLessThanOrEqual(overlap(circles, homes) + 1e-6);
    }),
  );
});
