import { viewId, visitorId } from '@vetrina/protocol/ids';
import { sortColumn } from '@vetrina/protocol/messages/list-shape';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSortColumn, isViewId, isVisitorId } from './address-words.ts';

const words = (near: fc.Arbitrary<string>) => fc.oneof(fc.string(), near);

test('V: an address means a visitor exactly where the protocol does', () => {
  const near = fc.tuple(fc.constantFrom('vi', 'ac', ''), fc.stringMatching(/^[A-Za-z0-9_-]{21,23}\n?$/));
  fc.assert(
    fc.property(words(near.map(([prefix, rest]) => prefix + rest)), (word) => {
      expect(isVisitorId(word)).toBe(visitorId.safeParse(word).success);
    }),
  );
});

test('SV9: an address means a view exactly where the protocol does', () => {
  const near = fc.tuple(fc.constantFrom('vw', 'vi', ''), fc.stringMatching(/^[A-Za-z0-9_-]{21,23}\n?$/));
  fc.assert(
    fc.property(words(near.map(([prefix, rest]) => prefix + rest)), (word) => {
      expect(isViewId(word)).toBe(viewId.safeParse(word).success);
    }),
  );
});

test('V2: an address sorts by exactly the columns of the protocol', () => {
  const variable = fc.string({ maxLength: 70 }).map((key) => `variable:${key}`);
  fc.assert(
    fc.property(words(fc.oneof(variable, fc.constantFrom('status', 'visits', 'Visits', 'variable:'))), (word) => {
      expect(isSortColumn(word)).toBe(sortColumn.safeParse(word).success);
    }),
  );
});
