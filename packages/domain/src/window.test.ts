import type { ListPatch } from '@vetrina/protocol/messages/patch';
import type { ListWindow } from '@vetrina/protocol/messages/window';
import type { VisitorRow } from '@vetrina/protocol/visitor-row';
import { aRow, aWindow, NOW, visitorIdOf } from '@vetrina/testkit/builders';
import { type SeededRandom, seededRandom } from '@vetrina/testkit/seeded-random';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatch, diffWindows, type WindowDiff } from './window.ts';

const row = (nth: number, overrides: Partial<VisitorRow> = {}) => aRow({ id: visitorIdOf(nth), ...overrides });
const rows = (...nths: number[]) => nths.map((nth) => row(nth));
const id = visitorIdOf;

function patchOf(diff: WindowDiff | null, revision: number): ListPatch {
  return { type: 'patch', watch: 1, revision, waited: 0, ...diff };
}

test('V10: what shows the same needs no patch', () => {
  expect(diffWindows(aWindow(rows(1, 2)), aWindow(rows(1, 2)))).toBeNull();
});

test.each<[string, VisitorRow[], VisitorRow[], WindowDiff]>([
  ['an arrival is placed with its row', rows(1, 2), rows(3, 1, 2), { placed: [[0, row(3)]], total: 3 }],
  ['a departure is named by id', rows(1, 2, 3), rows(1, 3), { removed: [id(2)], total: 2 }],
  [
    'a move is named by id and leaves the others alone',
    rows(1, 2, 3, 4),
    rows(4, 1, 2, 3),
    { removed: [id(4)], placed: [[0, id(4)]] },
  ],
  [
    'a change names its fields only',
    rows(1, 2),
    [row(1), row(2, { name: 'Ada' })],
    { changed: [[id(2), { name: 'Ada' }]] },
  ],
  [
    'a moved row that changed is not sent whole',
    rows(1, 2, 3),
    [row(3, { unread: 1 }), row(1), row(2)],
    { removed: [id(3)], placed: [[0, id(3)]], changed: [[id(3), { unread: 1 }]] },
  ],
])('V10: %s', (_, before, after, expected) => {
  const withoutCounts = (list: VisitorRow[]) => aWindow(list, { counts: aWindow([]).counts });
  expect(diffWindows(withoutCounts(before), withoutCounts(after))).toEqual(expected);
});

test('V10: rows that did not change stay the same objects', () => {
  const before = aWindow(rows(1, 2, 3));
  const after = applyPatch(before, patchOf({ changed: [[id(2), { unread: 1 }]] }, 1));
  expect(after.rows[0]).toBe(before.rows[0]);
  expect(after.rows[2]).toBe(before.rows[2]);
  expect(before.rows[1]?.unread).toBe(0);
});

test.each<[string, WindowDiff]>([
  ['unknown ids everywhere', { removed: [id(9)], placed: [[0, id(8)]], changed: [[id(7), { unread: 1 }]] }],
  ['an index far beyond the end', { placed: [[1_000_000, row(4)]] }],
  ['a negative index', { placed: [[-5, row(4)]] }],
])('V10: a patch with %s does not throw', (_, diff) => {
  expect(applyPatch(aWindow(rows(1, 2, 3)), patchOf(diff, 1)).rows.length).toBeGreaterThanOrEqual(3);
});

/** The live law. `serverTime` is the one thing a patch leaves as it was. */
function checkLaw(before: ListWindow, after: ListWindow): void {
  const patch = patchOf(diffWindows(before, after), after.revision);
  // As it arrives: through JSON.
  expect(applyPatch(before, JSON.parse(JSON.stringify(patch)) as ListPatch)).toEqual(after);
}

const someRows = fc
  .uniqueArray(fc.record({ nth: fc.nat(12), unread: fc.nat(2), name: fc.constantFrom(null, 'Ada') }), {
    selector: (one) => one.nth,
    maxLength: 12,
  })
  .map((list) => list.map(({ nth, unread, name }) => row(nth, { unread, name })));
const someWindow = fc
  .record({
    rows: someRows,
    offset: fc.nat(3),
    total: fc.nat(20),
    totalIsFinal: fc.boolean(),
    unlisted: fc.record({ bots: fc.nat(2), countedOnly: fc.nat(2) }),
    revision: fc.nat(5),
  })
  .map(({ rows, ...rest }) => aWindow(rows, rest));

test('V10, the live law: a window patched by the difference is the other window', () => {
  fc.assert(fc.property(someWindow, someWindow, checkLaw), { numRuns: 1_000 });
});

test('V10: a patch carries nothing twice and places in rising order', () => {
  fc.assert(
    fc.property(someWindow, someWindow, (before, after) => {
      const { removed = [], placed = [], changed = [] } = diffWindows(before, after) ?? {};
      const indexes = placed.map(([index]) => index);
      expect(indexes).toEqual([...new Set(indexes)].sort((a, b) => a - b));
      expect(new Set(removed).size).toBe(removed.length);
      expect(new Set(changed.map(([changedId]) => changedId)).size).toBe(changed.length);
    }),
  );
});

test('V10, the live law over a long and busy day (fuzz)', () => {
  const seed = Number(process.env.FUZZ_SEED ?? 20_250_602);
  const random = seededRandom(seed);
  let server = aWindow([]);
  let screen = server;
  for (let step = 1; step <= 3_000; step++) {
    const rows = busyTick(server.rows, random, step);
    server = aWindow(rows, {
      revision: step,
      total: rows.length + random.int(3),
      offset: random.int(10) === 0 ? random.int(50) : 0,
    });
    const patch = patchOf(diffWindows(screen, server), step);
    screen = applyPatch(screen, JSON.parse(JSON.stringify(patch)) as ListPatch);
    expect(screen, `seed ${seed}, step ${step}`).toEqual(server);
  }
});

/** A few people come, go, move and change. */
function busyTick(before: readonly VisitorRow[], random: SeededRandom, step: number): VisitorRow[] {
  const list = [...before];
  for (let left = random.int(6); left > 0; left--) {
    const at = random.int(list.length + 1);
    const there = list[at];
    const what = random.int(4);
    if (what === 0 && list.length < 40) list.splice(at, 0, row(step * 10 + left, { onlineSince: NOW + step }));
    else if (!there) continue;
    else if (what === 1) list.splice(at, 1);
    else if (what === 2) list.splice(random.int(list.length), 0, ...list.splice(at, 1));
    else
      list[at] = {
        ...there,
        pageViews: there.pageViews + 1,
        page: { url: `https://shop.example/${step}`, title: `${step}` },
      };
  }
  return list;
}
