import { expect, test } from 'vitest';
import { tabAfterKey } from './tab-row.tsx';

test('V12: the arrows walk tabs round and round, Home and End lead to their ends', () => {
  expect(tabAfterKey('ArrowRight', 2, 3)).toBe(0);
  expect(tabAfterKey('ArrowLeft', 0, 3)).toBe(2);
  expect(tabAfterKey('Home', 1, 3)).toBe(0);
  expect(tabAfterKey('End', 1, 3)).toBe(2);
  expect(tabAfterKey('a', 1, 3)).toBe(null);
});
