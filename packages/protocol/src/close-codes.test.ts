import { expect, test } from 'vitest';
import { CLOSE, comeBackAfter } from './close-codes.ts';

test('every ending has a number of its own within the application range', () => {
  const numbers = Object.values(CLOSE).map((entry) => entry.code);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const number of numbers) expect(number).toBeGreaterThanOrEqual(4000);
});

test('reasons fit into a close frame (123 bytes)', () => {
  for (const { reason } of Object.values(CLOSE)) expect(Buffer.byteLength(reason)).toBeLessThanOrEqual(123);
});

test('a lost network means come back soon, a refused client stays away', () => {
  expect(comeBackAfter(1006)).toEqual({ when: 'soon' });
  expect(comeBackAfter(CLOSE.unknownKey.code)).toEqual({ when: 'never' });
  expect(comeBackAfter(1009)).toEqual({ when: 'never' });
});
