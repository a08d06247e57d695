import { expect, test } from 'vitest';
import { seededRandom } from './seeded-random.ts';

const run = (seed: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: 20 }, () => random.next());
};

test('the same seed gives the same run, another seed another', () => {
  expect(run(7)).toEqual(run(7));
  expect(run(7)).not.toEqual(run(8));
});

test('numbers stay within bounds and spread', () => {
  const random = seededRandom(1);
  const hits = Array<number>(10).fill(0);
  for (let n = 0; n < 10_000; n++) {
    const drawn = random.int(10);
    hits[drawn] = (hits[drawn] ?? Number.NaN) + 1;
  }
  for (const hit of hits) expect(hit).toBeGreaterThan(800);
});

test('a shuffled list keeps its members and leaves the original alone', () => {
  const list = [1, 2, 3, 4, 5];
  expect(seededRandom(3).shuffle(list).sort()).toEqual(list);
  expect(list).toEqual([1, 2, 3, 4, 5]);
});

test('nothing can be picked from nothing', () => {
  expect(() => seededRandom(1).pick([])).toThrow(RangeError);
});
