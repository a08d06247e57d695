import type { PlaceCounts } from '@vetrina/domain/places';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrivedIn, figuresOf, queryFor, radiusOf } from './map-figures.ts';
import { type MapView, panBy, viewAfterKey, WHOLE, zoomAt } from './map-view.ts';

const SIZE = { width: 9_600, height: 4_200 };

const counts = (countries: Record<string, number>, unknown = 0): PlaceCounts => ({
  total: Object.values(countries).reduce((sum, count) => sum + count, unknown),
  totalIsFinal: true,
  unknown,
  countries: new Map(Object.entries(countries)),
});

test('D3: countries are ranked by people, then by code, and tinted by magnitude', () => {
  const figures = figuresOf(counts({ DE: 1, IT: 999, AT: 30, CH: 30 }, 40));
  expect(figures.map(({ code }) => code)).toEqual(['IT', 'AT', 'CH', 'DE']);
  expect(figures.map(({ level }) => level)).toEqual([5, 3, 3, 1]);
  expect(figures[0]?.share).toBeCloseTo(999 / 1_100);
  expect(figuresOf(counts({}))).toEqual([]);
  expect(figuresOf(counts({ IT: 1 }))[0]?.level).toBe(5);
});

test('D3: a circle of four times the people has twice the radius, beside the least that can be seen', () => {
  expect(radiusOf(100, 100) - 3.5).toBeCloseTo(2 * (radiusOf(25, 100) - 3.5));
});

test('D3: somebody arrived where there are more people than before', () => {
  expect(arrivedIn(counts({ IT: 2, DE: 1 }), counts({ IT: 2, DE: 2, FR: 1 }))).toEqual(['DE', 'FR']);
});

test('D3: a country takes the place of the one that was asked for', () => {
  expect(queryFor('', 'IT')).toBe('country:it');
  expect(queryFor('shoes country:"san marino" is:customer', 'DE')).toBe('shoes is:customer country:de');
  expect(queryFor('-country:it anna', 'IT')).toBe('anna country:it');
});

test('D3: whatever one does, the world fills the frame, and what one zooms at stays where it is', () => {
  const deed = fc.oneof(
    fc.record({
      factor: fc.double({ min: 0.2, max: 5, noNaN: true }),
      x: fc.nat(SIZE.width),
      y: fc.nat(SIZE.height),
    }),
    fc.record({ dx: fc.integer({ min: -9e4, max: 9e4 }), dy: fc.integer({ min: -9e4, max: 9e4 }) }),
    fc.constantFrom('+', '-', '0', 'ArrowLeft', 'ArrowDown').map((key) => ({ key })),
  );
  fc.assert(
    fc.property(fc.array(deed), (deeds) => {
      let view: MapView = WHOLE;
      for (const one of deeds) {
        if ('key' in one) view = viewAfterKey(view, one.key, SIZE) ?? view;
        else if ('dx' in one) view = panBy(view, one.dx, one.dy, SIZE);
        else view = zoomAt(view, one.factor, [one.x, one.y], SIZE);
        const { scale, x, y } = view;
        expect(scale).toBeGreaterThanOrEqual(1);
        for (const edge of [x, y]) expect(edge).toBeLessThanOrEqual(0);
        expect(x + SIZE.width * scale).toBeGreaterThanOrEqual(SIZE.width - 0.01);
        expect(y + SIZE.height * scale).toBeGreaterThanOrEqual(SIZE.height - 0.01);
      }
    }),
  );
  const near = zoomAt(zoomAt(WHOLE, 3, [4_000, 2_000], SIZE), 2, [5_000, 2_500], SIZE);
  const shownBefore = zoomAt(WHOLE, 3, [4_000, 2_000], SIZE);
  const point = [(5_000 - shownBefore.x) / 3, (2_500 - shownBefore.y) / 3] as const;
  expect(point[0] * near.scale + near.x).toBeCloseTo(5_000);
  expect(point[1] * near.scale + near.y).toBeCloseTo(2_500);
  expect(viewAfterKey(WHOLE, 'x', SIZE)).toBeNull();
});
