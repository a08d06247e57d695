import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChunkedOrder } from './chunked-order.ts';
import type { Chunk } from './order-group.ts';

interface Item {
  readonly id: number;
  readonly key: number;
  readonly bits: number;
}

const FILTERS = 3;
const compare = (a: Item, b: Item) => a.key - b.key || a.id - b.id;
const bitsOf = (item: Item) => item.bits;
const textOf = (item: Item) => `key ${item.key}`;
const passes = (item: Item, filter: number | null) => filter === null || ((item.bits >> filter) & 1) === 1;
const ALL_FILTERS = [null, 0, 1, 2];

/** What the order must be, found the slow way. */
function expectSame(order: ChunkedOrder<Item>, model: Map<number, Item>, probe: Item): void {
  const sorted = [...model.values()].sort(compare);
  expect(order.size).toBe(sorted.length);
  for (const filter of ALL_FILTERS) {
    const shown = sorted.filter((item) => passes(item, filter));
    expect(order.count(filter)).toBe(shown.length);
    expect(order.slice(filter, 0, shown.length + 1)).toEqual(shown);
    const offset = probe.key % (shown.length + 1);
    expect(order.slice(filter, offset, 4)).toEqual(shown.slice(offset, offset + 4));
    expect(order.rank(probe, filter)).toBe(shown.filter((item) => compare(item, probe) < 0).length);
  }
  const met: Item[] = [];
  order.walkAfter(probe, ({ items, texts }, startAt) => {
    expect(texts).toEqual(items.map(textOf));
    met.push(...items.slice(startAt));
    return true;
  });
  expect(met).toEqual(sorted.filter((item) => compare(item, probe) > 0));
}

const item = fc.record({ id: fc.nat(60), key: fc.nat(40), bits: fc.nat(7) });
const action = fc.record({ kind: fc.constantFrom('put', 'put', 'remove'), item });

const RANKS: [string, ((item: Item) => number) | undefined][] = [
  ['no rank', undefined],
  ['a rank that often ties', (item) => Math.floor(item.key / 8)],
  ['a rank that says it all but the id', (item) => item.key],
];

test.each(RANKS)(
  'order: any run of inserts, replaces and removes equals sorting and filtering an array (%s)',
  (_, rankOf) => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 120, size: 'max' }), (actions) => {
        const order = new ChunkedOrder(compare, bitsOf, FILTERS, {
          shape: { chunkSize: 4, groupSize: 4 },
          rankOf,
          textOf,
        });
        const model = new Map<number, Item>();
        // Never forgotten: hints of what was split, joined or removed since must do no harm.
        const hints = new Map<number, Chunk<Item>>();
        for (const { kind, item } of actions) {
          const before = model.get(item.id);
          if (kind === 'put') {
            const hint = hints.get(item.id);
            hints.set(item.id, before === undefined ? order.insert(item) : order.replace(before, item, hint));
            model.set(item.id, item);
          } else if (before !== undefined) {
            order.remove(before);
            model.delete(item.id);
          }
          expectSame(order, model, item);
        }
      }),
      { numRuns: 150 },
    );
  },
);

test.each(RANKS)('order: building at once equals inserting one by one (%s)', (_, rankOf) => {
  fc.assert(
    fc.property(fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 60 }), (items) => {
      const order = new ChunkedOrder(compare, bitsOf, FILTERS, {
        shape: { chunkSize: 4, groupSize: 4 },
        rankOf,
        textOf,
      });
      order.insert({ id: 99, key: 1, bits: 1 });
      order.buildFrom(items);
      expectSame(order, new Map(items.map((each) => [each.id, each])), { id: 30, key: 20, bits: 0 });
    }),
  );
});

test('order: what leaves takes its chunks and groups along', () => {
  const order = new ChunkedOrder(compare, bitsOf, FILTERS, { shape: { chunkSize: 8, groupSize: 8 } });
  const items = Array.from({ length: 5_000 }, (_, id) => ({ id, key: (id * 7_919) % 5_000, bits: id % 8 }));
  for (const each of items) order.insert(each);
  for (const each of items.slice(100)) order.remove(each);
  const { chunks, groups } = order.shape();
  expect(chunks.reduce((sum, length) => sum + length, 0)).toBe(100);
  expect(chunks.length).toBeLessThan(100);
  expect(groups.length).toBeLessThan(chunks.length);
  for (const each of items.slice(0, 100)) order.remove(each);
  expect(order.shape()).toEqual({ chunks: [], groups: [] });
});

test('order: items that arrive in order fill their chunks to the brim', () => {
  const order = new ChunkedOrder(compare, bitsOf, FILTERS, { shape: { chunkSize: 8, groupSize: 8 } });
  for (let id = 0; id < 512; id++) order.insert({ id, key: id, bits: 1 });
  expect(order.shape().chunks.every((length) => length === 8)).toBe(true);
  expect(order.shape().groups.every((length) => length === 8)).toBe(true);
});

test('order: a place holds one item, and only what is there can leave', () => {
  const order = new ChunkedOrder(compare, bitsOf, FILTERS);
  const one = { id: 1, key: 1, bits: 1 };
  expect(() => order.remove(one)).toThrow(RangeError);
  order.insert(one);
  expect(() => order.insert({ ...one, bits: 3 })).toThrow(RangeError);
  expect(() => order.replace({ ...one, id: 2 }, one)).toThrow(RangeError);
  expect(order.slice(null, 0, 9)).toEqual([one]);
});

test('order: a hint spares the comparisons, and nothing is found in a chunk that left the order', () => {
  let compared = 0;
  const counting = (a: Item, b: Item) => {
    compared++;
    return compare(a, b);
  };
  const order = new ChunkedOrder(counting, bitsOf, FILTERS, { shape: { chunkSize: 4, groupSize: 4 } });
  const items = Array.from({ length: 40 }, (_, id) => ({ id, key: id, bits: 1 }));
  const hints = items.map((each) => order.insert(each));
  const first = items[0] as Item;
  compared = 0;
  const hint = order.replace(first, { ...first }, hints[0]);
  expect(hint).toBe(hints[0]);
  expect(compared).toBe(1);
  order.clear();
  expect(() => order.replace(first, { ...first }, hint)).toThrow(RangeError);
});

test('order: nothing is found in a chunk that joined another', () => {
  const order = new ChunkedOrder(compare, bitsOf, FILTERS, { shape: { chunkSize: 8, groupSize: 8 } });
  const items = Array.from({ length: 16 }, (_, id) => ({ id, key: id, bits: 1 }));
  const hints = items.map((each) => order.insert(each));
  for (const each of [...items.slice(0, 4), ...items.slice(8, 15)]) order.remove(each);
  expect(order.shape().chunks).toEqual([5]);
  const last = items[15] as Item;
  const after = { ...last };
  order.replace(last, after, hints[15]);
  expect(order.slice(null, 4, 1)[0]).toBe(after);
});

test('order: refuses more filters than a small integer has bits for', () => {
  expect(() => new ChunkedOrder(compare, bitsOf, 30)).toThrow(RangeError);
});

test.each(RANKS)(
  'regression: a group emptied between others goes, and its place can be taken again (%s)',
  (_, rankOf) => {
    const order = new ChunkedOrder(compare, bitsOf, FILTERS, { shape: { chunkSize: 4, groupSize: 4 }, rankOf, textOf });
    const items = Array.from({ length: 48 }, (_, id) => ({ id, key: id, bits: id % 8 }));
    for (const each of items) order.insert(each);
    expect(order.shape().groups).toEqual([4, 4, 4]);
    const model = new Map(items.map((each) => [each.id, each]));
    // The middle group holds 16 to 31. It empties from its end, so that no chunk has a neighbour to join.
    for (const each of items.slice(16, 32).reverse()) {
      order.remove(each);
      model.delete(each.id);
      expectSame(order, model, each);
    }
    expect(order.shape().groups).toEqual([4, 4]);
    const back = items[20] as Item;
    order.insert(back);
    expectSame(order, model.set(back.id, back), back);
  },
);
