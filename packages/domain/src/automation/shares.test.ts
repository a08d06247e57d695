import { expect, test } from 'vitest';
import { liftOf, shareOf } from './shares.ts';

/** Published examples: Newcombe, Statistics in Medicine 17 (1998), 857–872 and 873–890. */
test('A6: shares lie where Wilson puts them', () => {
  const share = shareOf(81, 263);
  expect([share?.low, share?.high].map((side) => side?.toFixed(4))).toEqual(['0.2553', '0.3662']);
  const none = shareOf(0, 20);
  expect([none?.low, none?.high].map((side) => side?.toFixed(4))).toEqual(['0.0000', '0.1611']);
});

test('A6: differences lie where Newcombe puts them', () => {
  const lift = liftOf({ hits: 56, people: 70 }, { hits: 48, people: 80 });
  expect([lift?.low, lift?.high].map((side) => side?.toFixed(4))).toEqual(['0.0524', '0.3339']);
});

test('A6: of nobody there is nothing to say', () => {
  expect(shareOf(0, 0)).toBeNull();
  expect(liftOf({ hits: 1, people: 2 }, { hits: 0, people: 0 })).toBeNull();
});
