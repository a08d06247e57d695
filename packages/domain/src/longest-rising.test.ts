import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestRising } from './longest-rising.ts';

/** Every part of the list, tried one by one. */
function longestByTrying(numbers: readonly number[]): number {
  let best = 0;
  for (let chosen = 0; chosen < 1 << numbers.length; chosen++) {
    const part = numbers.filter((_, index) => chosen & (1 << index));
    if (part.every((number, index) => index === 0 || number > (part[index - 1] ?? 0)))
      best = Math.max(best, part.length);
  }
  return best;
}

test('the part found rises and none is longer', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 9 }), (numbers) => {
      const positions = longestRising(numbers);
      const values = positions.map((position) => numbers[position] ?? Number.NaN);
      expect(positions).toEqual([...positions].sort((a, b) => a - b));
      expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
      expect(positions.length).toBe(longestByTrying(numbers));
    }),
  );
});
