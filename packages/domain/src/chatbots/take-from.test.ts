import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeFrom } from './take-from.ts';

const ANSWER = {
  order: { status: 'sent', lines: [{ title: 'Lamp', price: 49.9 }], paid: true, note: null },
  long: 'x'.repeat(900),
};

test.each([
  ['order.status', 'sent'],
  ['order.lines.0.title', 'Lamp'],
  ['order.lines.0.price', '49.9'],
  ['order.paid', 'true'],
  ['order.note', undefined],
  ['order.lines', undefined],
  ['order.lines.length', '1'],
  ['constructor.name', undefined],
  ['order.status.length', undefined],
  ['long', 'x'.repeat(500)],
])('A7: at “%s” a webhook’s answer has %s', (path, found) => {
  expect(takeFrom([{ path, keepAs: 'found' }], ANSWER).found).toBe(found);
});

test('A7: only what an answer has itself is taken', () => {
  expect(takeFrom([{ path: 'inherited', keepAs: 'found' }], Object.create({ inherited: 'x' }))).toEqual({});
});

test('A7: whatever a webhook answers, what is taken from it is short text', () => {
  const paths = ['a', 'a.b', '0', '__proto__', 'toString', 'constructor'];
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(...paths), (answer, path) => {
      for (const text of Object.values(takeFrom([{ path, keepAs: 'found' }], answer))) {
        expect(text.length <= 500 && text.isWellFormed() && !text.includes('\0')).toBe(true);
      }
    }),
  );
});
