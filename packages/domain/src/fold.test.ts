import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './fold.ts';

test.each([
  ['Città', 'citta'],
  ['İSTANBUL', 'istanbul'],
  ['Straße', 'strasse'],
  ['Łódź', 'lodz'],
  ['Smørrebrød', 'smorrebrod'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['L’Aquila', "l'aquila"],
  ['ﬁn', 'fin'],
  ['Home — “Sale”', 'home - "sale"'],
  ['مُحَمَّد', 'محمد'],
  ['か\u3099', '\u304c'],
  ['हिन्दी', 'हिन्दी'],
  ['soft\u00adhyphen\u200b', 'softhyphen'],
  ['  a\u00a0 b\n', 'a b'],
  ['plain text', 'plain text'],
  ['', ''],
])('V5: %j is searched as %j', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('V5: folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
    { numRuns: 2_000 },
  );
});

test('V5: Latin text, folded letter by letter, comes out as in the company of other scripts', () => {
  const latin = fc.string({ unit: fc.integer({ min: 0x20, max: 0x24f }).map((code) => String.fromCharCode(code)) });
  const marks = fc.string({ unit: fc.integer({ min: 0x2010, max: 0x2027 }).map((code) => String.fromCharCode(code)) });
  fc.assert(
    fc.property(latin, marks, (letters, punctuation) => {
      const text = letters + punctuation;
      expect(fold(text)).toBe(fold(`${text}\u0436`).slice(0, -1).trim());
    }),
    { numRuns: 2_000 },
  );
});

test('V5: folded text has no line break and no double space, so lines can hold texts apart', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void expect(fold(text)).not.toMatch(/\n| {2}|^ | $/)));
});
