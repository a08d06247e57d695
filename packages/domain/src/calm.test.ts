import { aRow, visitorIdOf } from '@vetrina/testkit/builders';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdOrder } from './calm.ts';

const rows = (...nths: number[]) => nths.map((nth) => aRow({ id: visitorIdOf(nth) }));

test('V10: a held list keeps places and shows news within rows', () => {
  const live = [aRow({ id: visitorIdOf(2), unread: 1 }), aRow({ id: visitorIdOf(1) })];
  const held = holdOrder(rows(1, 2), live);
  expect(held.rows.map((row) => [row.id, row.unread])).toEqual([
    [visitorIdOf(1), 0],
    [visitorIdOf(2), 1],
  ]);
});

test.each([
  ['nothing', [1, 2, 3], [1, 2, 3], 0],
  ['an arrival', [1, 2], [3, 1, 2], 1],
  ['a departure', [1, 2, 3], [1, 3], 1],
  ['one move, however far', [1, 2, 3, 4, 5], [5, 1, 2, 3, 4], 1],
  ['each of several', [1, 2, 3, 4], [4, 9, 1, 3], 3],
])('V10: the pill counts %s', (_, shown, live, waiting) => {
  expect(holdOrder(rows(...shown), rows(...live)).waiting).toBe(waiting);
});

test('V10: nothing waits exactly when order and membership are the same', () => {
  const nths = fc.uniqueArray(fc.nat(6), { maxLength: 6 });
  fc.assert(
    fc.property(nths, nths, (shown, live) => {
      const held = holdOrder(rows(...shown), rows(...live));
      expect(held.rows.map((row) => row.id)).toEqual(shown.map(visitorIdOf));
      expect(held.waiting === 0).toBe(shown.join() === live.join());
    }),
  );
});
