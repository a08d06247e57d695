import { expect, test } from 'vitest';
import { Turnstile } from './turnstile.ts';

test('so many are under way, the others follow in their order, also after one that failed', async () => {
  const turnstile = new Turnstile(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const works = [0, 1, 2, 3].map((nth) =>
    turnstile.pass(async () => {
      begun.push(nth);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (nth === 0) throw new Error('failed');
      return nth;
    }),
  );
  works[0]?.catch(() => undefined);
  await Promise.resolve();
  expect(begun).toEqual([0, 1]);
  ends[0]?.();
  await expect(works[0]).rejects.toThrow('failed');
  expect(begun).toEqual([0, 1, 2]);
  ends[1]?.();
  await works[1];
  expect(begun).toEqual([0, 1, 2, 3]);
  for (const end of ends) end();
  expect(await Promise.all(works.slice(1))).toEqual([1, 2, 3]);
});
