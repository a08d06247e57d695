import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTimes, change, quantile, shareOf, tallies, type Weighted } from './figures.ts';

const values = fc.array(fc.tuple(fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 1, max: 9 })));
const sorted = (list: Weighted): Weighted => [...list].sort(([a], [b]) => a - b);

describe('figures', () => {
  it('ST5: the median stands in the middle of all values written out', () => {
    fc.assert(
      fc.property(values, (list) => {
        const all = sorted(list).flatMap(([value, times]) => Array<number>(times).fill(value));
        const middle = all.length / 2;
        const [low, high] = [all[Math.ceil(middle) - 1] ?? 0, all[Math.floor(middle)] ?? 0];
        expect(quantile(sorted(list), 0.5)).toBe(all.length === 0 ? null : low + (high - low) / 2);
      }),
    );
  });

  it('ST5: the classes of answer times add up to their number', () => {
    fc.assert(
      fc.property(values, (list) => {
        const { count, split, median, p90 } = answerTimes(sorted(list));
        expect(split.reduce((sum, each) => sum + each, 0)).toBe(count);
        expect((median ?? 0) <= (p90 ?? 0)).toBe(true);
      }),
    );
    expect(
      answerTimes([
        [30_000, 1],
        [30_001, 2],
        [9_000_000, 1],
      ]).split,
    ).toEqual([1, 2, 0, 0, 0, 0, 1]);
  });

  it('ST1: nothing before is nothing to compare with', () => {
    expect([change(5, 4), change(3, 4), change(3, 0)]).toEqual([0.25, -0.25, null]);
    expect([shareOf(1, 4), shareOf(0, 0)]).toEqual([0.25, null]);
  });

  it('ST6: tallies of one name are added up, the most first', () => {
    const counted = [
      { name: 'b', count: 1 },
      { name: null, count: 2 },
      { name: 'b', count: 4 },
      { name: 'c', count: 2 },
    ];
    expect(tallies(counted, 2)).toEqual([
      { name: 'b', count: 5 },
      { name: null, count: 2 },
    ]);
  });
});
