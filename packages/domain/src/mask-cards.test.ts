import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskCards } from './mask-cards.ts';

/** Written apart from the code under test: the check digit that completes a number. */
function withCheckDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, letter, index) => {
    const value = Number(letter) * (index % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

const cards = fc.stringMatching(/^\d{12,18}$/).map(withCheckDigit);
const separators = fc.constantFrom('', ' ', '-', '\u00a0', '–', ' - ');
const words = fc.stringMatching(/^[a-z€.,:!? ]{0,20}$/);

test.each([
  ['4111 1111 1111 1111', '**** **** **** 1111'],
  ['my card is 4111-1111-1111-1111, thanks', 'my card is ****-****-****-1111, thanks'],
  ['4111111111111111', '************1111'],
  ['3782 822463 10005', '**** ****** *0005'],
  ['4222222222222', '*********2222'],
  ['4111 1111 1111 1111 12/27 123', '**** **** **** 1111 12/27 123'],
  ['4111 1111 1111 1111 123', '**** **** **** 1111 123'],
  ['order 20931 4111 1111 1111 1111', 'order 20931 **** **** **** 1111'],
  ['4111 1111 1111 1111 5555 5555 5555 4444', '**** **** **** 1111 **** **** **** 4444'],
  ['4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', '* * * * * * * * * * * * 1 1 1 1'],
])('C4: the number of a card keeps its last four digits: %s', (said, kept) => {
  expect(maskCards(said)).toBe(kept);
});

test.each([
  'order 4111111111111112',
  'order 1234-5678-9012-3456',
  'tracking 123456789012',
  'IBAN digits 41111111111111111111111',
  'call +49 1512 3456 7893',
  'sizes 36 37 38 39 40 41 42 43 44 45',
  '2026-11-22 20:30:00',
])('C4: what is no card stays as it is: %s', (said) => {
  expect(maskCards(said)).toBe(said);
});

test('C4: whatever stands around it and between its digits, a card is masked and nothing else is touched', () => {
  fc.assert(
    fc.property(cards, fc.array(separators, { minLength: 19, maxLength: 19 }), words, words, (card, between, a, b) => {
      const written = [...card].map((digit, index) => (index === 0 ? digit : between[index] + digit)).join('');
      const masked = maskCards(`${a}${written}${b}`);
      expect(masked.startsWith(a) && masked.endsWith(b)).toBe(true);
      const middle = masked.slice(a.length, masked.length - b.length);
      expect(middle.replace(/[^\d*]/g, '')).toBe('*'.repeat(card.length - 4) + card.slice(-4));
      expect(middle.replace(/[\d*]/g, '')).toBe(written.replace(/\d/g, ''));
    }),
  );
});

test('C4: a number that fails the Luhn check stays, however it is grouped', () => {
  fc.assert(
    fc.property(cards, fc.integer({ min: 1, max: 9 }), separators, (card, off, between) => {
      const wrong = card.slice(0, -1) + String((Number(card.at(-1)) + off) % 10);
      const written = wrong.match(/.{1,4}/g)?.join(between) ?? '';
      // Grouped, a part of it may be a shorter card by chance: that part is masked rightly.
      if (between !== '' && maskCards(written.replaceAll(between, '')) !== wrong) return;
      if (between === '') expect(maskCards(written)).toBe(written);
      else expect(maskCards(written)).toHaveLength(written.length);
    }),
  );
});

test('C4: any text keeps its length, and only digits become stars', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 -+*ax\n'), maxLength: 300 }), (said) => {
      const masked = maskCards(said);
      expect(masked).toHaveLength(said.length);
      for (let at = 0; at < said.length; at += 1) {
        if (masked[at] !== said[at]) expect([masked[at], /\d/.test(said[at] ?? '')]).toEqual(['*', true]);
      }
    }),
  );
});

test('C4: hostile runs of digits do not hang anything', () => {
  for (const piece of ['1', '1 ', '1   ', '0-', '4111 ', '1234 5678 ']) {
    const hostile = piece.repeat(50_000);
    expect(maskCards(hostile)).toHaveLength(hostile.length);
  }
});
