import { expect, test } from 'vitest';
import { type ListRules, LiveList, type ViewSpec } from './live-list.ts';

interface Guest {
  readonly id: string;
  readonly age: number;
  readonly here: boolean;
}

const rules: ListRules<Guest> = {
  idOf: (guest) => guest.id,
  filterBits: (guest) => (guest.age >= 18 ? 3 : 1),
  countedBits: (guest) => (guest.here ? (guest.age >= 18 ? 3 : 1) : 0),
  filters: 2,
};
const byAge: ViewSpec<Guest>['order'] = {
  key: 'age',
  compare: (a, b) => a.age - b.age || (a.id < b.id ? -1 : Number(a.id > b.id)),
};
const everyone = { filter: 0, order: byAge, offset: 0, limit: 10 };
const guest = (id: string, age: number, here = true): Guest => ({ id, age, here });

test('list: put returns what stood there, remove what left', () => {
  const list = new LiveList(rules);
  const first = guest('a', 5);
  expect(list.put(first)).toBeUndefined();
  expect(list.put(guest('a', 6))).toBe(first);
  expect(list.get('a')?.age).toBe(6);
  expect(list.remove('b')).toBeUndefined();
  expect(list.remove('a')?.age).toBe(6);
  expect(list.size).toBe(0);
});

test('list: counts follow countedBits, windows follow filterBits', () => {
  const list = new LiveList(rules);
  list.put(guest('a', 20));
  list.put(guest('b', 30, false));
  list.put(guest('c', 7));
  expect(list.counts()).toEqual([2, 1]);
  expect(list.view({ ...everyone, filter: 1 }).read().total).toBe(2);
  list.put(guest('a', 17));
  list.remove('c');
  expect(list.counts()).toEqual([1, 0]);
});

test('list: the counts handed out are a copy', () => {
  const list = new LiveList(rules);
  const before = list.counts();
  list.put(guest('a', 20));
  expect(before).toEqual([0, 0]);
});

test('list: items come in order of arrival', () => {
  const list = new LiveList(rules);
  for (const id of ['b', 'a', 'c']) list.put(guest(id, 1));
  list.put(guest('b', 2));
  expect([...list.items()].map(({ id }) => id)).toEqual(['b', 'a', 'c']);
});

test('window: offset moves up when the list is shorter, and back when it grows', () => {
  const list = new LiveList(rules);
  for (let age = 0; age < 20; age++) list.put(guest(`g${age}`, age));
  const view = list.view({ ...everyone, offset: 15, limit: 4 });
  expect(view.read().offset).toBe(15);
  for (let age = 0; age < 10; age++) list.remove(`g${age}`);
  expect(view.read()).toMatchObject({ offset: 6, total: 10 });
  expect(view.read().items).toHaveLength(4);
  for (let age = 0; age < 10; age++) list.put(guest(`g${age}`, age));
  expect(view.read().offset).toBe(15);
});

test('window: stale after a change or a move, fresh after reading', () => {
  const list = new LiveList(rules);
  const view = list.view(everyone);
  expect(view.isStale()).toBe(true);
  view.read();
  expect(view.isStale()).toBe(false);
  list.put(guest('a', 1));
  expect(view.isStale()).toBe(true);
  view.read();
  view.scrollTo(0, 10);
  expect(view.isStale()).toBe(false);
  view.scrollTo(0, 20);
  expect(view.isStale()).toBe(true);
});

test('search: a change that matches neither before nor after leaves the view fresh', () => {
  const list = new LiveList(rules);
  const view = list.view({ ...everyone, match: { key: 'old', test: ({ age }) => age > 90 } });
  while (!view.searchFor(1, () => 0));
  view.read();
  list.put(guest('a', 1));
  expect(view.isStale()).toBe(false);
  list.put(guest('a', 91));
  expect(view.read()).toMatchObject({ total: 1, totalIsFinal: true });
});

test('orders and searches: shared by key, kept while a view uses them, dropped by the next write', () => {
  const list = new LiveList(rules);
  list.put(guest('a', 1));
  const match = { key: 'any', test: () => true };
  const views = [list.view(everyone), list.view({ ...everyone, match }), list.view({ ...everyone, filter: 1, match })];
  expect(list.kept()).toEqual({ orders: 1, searches: 1 });
  for (const view of views) view.close();
  expect(list.kept()).toEqual({ orders: 1, searches: 1 });
  const next = list.view(everyone);
  list.put(guest('b', 2));
  expect(list.kept()).toEqual({ orders: 1, searches: 0 });
  expect(next.read().total).toBe(2);
  next.close();
  next.close();
  list.remove('a');
  expect(list.kept()).toEqual({ orders: 0, searches: 0 });
});

test('orders: what one remembered of its items serves no other, whichever closes first', () => {
  const list = new LiveList(rules);
  const byId = { key: 'id', compare: (a: Guest, b: Guest) => (a.id < b.id ? -1 : Number(a.id > b.id)) };
  const first = list.view(everyone);
  const second = list.view({ ...everyone, order: byId });
  for (const [id, age] of [
    ['a', 3],
    ['b', 2],
    ['c', 1],
  ] as const) {
    list.put(guest(id, age));
  }
  first.close();
  list.put(guest('a', 3, false));
  list.put(guest('a', 3));
  const third = list.view(everyone);
  list.put(guest('b', 2, false));
  second.close();
  const last = guest('a', 3);
  list.put(last);
  expect(third.read().items.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  expect(third.read().items[2]).toBe(last);
});

test('view: reading after close is an error', () => {
  const view = new LiveList(rules).view(everyone);
  view.close();
  expect(() => view.read()).toThrow('closed');
});

test('search: the first window is right long before the search is done', () => {
  const list = new LiveList(rules, { step: 1 });
  for (let age = 0; age < 1_000; age++) list.put(guest(`g${age}`, age));
  const view = list.view({ ...everyone, limit: 3, match: { key: 'even', test: ({ age }) => age % 2 === 0 } });
  let time = 0;
  expect(view.searchFor(6, () => time++)).toBe(false);
  const { items, total, totalIsFinal } = view.read();
  expect(items.map(({ age }) => age)).toEqual([0, 2, 4]);
  expect(total).toBeLessThan(500);
  expect(totalIsFinal).toBe(false);
  while (view.searching) view.searchFor(100, () => time++);
  expect(view.read()).toMatchObject({ total: 500, totalIsFinal: true });
});

test('view: a large list is put in order in slices, never in one stall', () => {
  const list = new LiveList(rules, { sortedAtOnce: 10, step: 1 });
  for (let age = 0; age < 100; age++) list.put(guest(`g${age}`, 100 - age));
  const view = list.view(everyone);
  expect(view.searching).toBe(true);
  let time = 0;
  let slices = 0;
  while (!view.searchFor(10, () => time++)) slices++;
  expect(slices).toBeGreaterThan(5);
  expect(view.read().items[0]?.age).toBe(1);
});
