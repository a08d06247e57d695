import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textHolds } from './compare.ts';

test.each([
  ['Café Roma', 'is', 'cafe roma', true],
  ['Café Roma', 'is', 'cafe', false],
  ['Café Roma', 'is-not', 'cafe', true],
  ['https://shop.example/cart?step=2', 'contains', '/CART', true],
  ['https://shop.example/', 'contains', '/cart', false],
  ['https://shop.example/', 'contains-not', '/cart', true],
  ['https://shop.example/cart', 'starts-with', 'https://shop', true],
  ['https://shop.example/cart', 'starts-with', 'shop', false],
  ['https://shop.example/lamps/blue/7', 'matches', '*/lamps/*/7', true],
  ['https://shop.example/lamps/7', 'matches', '*/lamps/*/7', false],
  ['', 'is-not', 'rome', true],
] as const)('A1: “%s” %s “%s”: %s', (found, how, value, expected) => {
  expect(textHolds(found, how, value)).toBe(expected);
});

test('A2: a pattern means what it says: every star is anything, nothing else is special', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 12 });
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), maxLength: 8 });
  fc.assert(
    fc.property(text, pattern, (found, value) => {
      expect(textHolds(found, 'matches', value)).toBe(slowMatch(found, value));
    }),
  );
});

test('A2: no pattern keeps anybody busy', () => {
  const hostile = 'a*'.repeat(150);
  expect(textHolds('a'.repeat(2_000), 'matches', `${hostile}b`)).toBe(false);
});

/** Plainly, by trying every way. */
function slowMatch(text: string, pattern: string): boolean {
  if (pattern === '') return text === '';
  if (pattern.startsWith('*'))
    return slowMatch(text, pattern.slice(1)) || (text !== '' && slowMatch(text.slice(1), pattern));
  return text !== '' && text[0] === pattern[0] && slowMatch(text.slice(1), pattern.slice(1));
}
