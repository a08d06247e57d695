import { countedBits, filterBits } from '@vetrina/domain/filters';
import { type ListedVisitor, listed } from '@vetrina/domain/listed';
import type { LiveVisitor } from '@vetrina/domain/live-visitor';
import { matches, parseQuery } from '@vetrina/domain/query';
import { LiveList } from '@vetrina/live-list/live-list';
import type { VisitorId } from '@vetrina/protocol/ids';
import { FILTERS, type ListFilter } from '@vetrina/protocol/messages/list-shape';
import { aVisitor, NOW, visitorIdOf } from '@vetrina/testkit/builders';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ViewTally } from './view-tally.ts';

const RULES = { idOf: ({ visitor }: ListedVisitor) => visitor.id, filterBits, countedBits, filters: FILTERS.length };
const QUERIES = [
  ...['', 'page:cart', '-page:cart', 'is:returning', 'online:>3m', 'online:<4m', '-online:<4m page:cart'],
  ...['is:inactive', 'online:=3m', 'is:waiting', 'is:left', 'country:it'],
];
const FILTERS_ASKED: readonly ListFilter[] = ['all', 'active', 'in-chat'];
const MINUTE = 60_000;

/** A list with one view on it, and beside it what a fresh look at everyone says. */
class Bench {
  readonly list = new LiveList<ListedVisitor>(RULES);
  tally!: ViewTally;
  readonly told: VisitorId[] = [];
  /** Who should have been told of, by the words of SV5. */
  readonly due: VisitorId[] = [];
  readonly #stood = new Set<VisitorId>();
  readonly #left = new Map<VisitorId, number>();
  #asks!: { filter: ListFilter; query: string };
  now = NOW;

  asks(filter: ListFilter, query: string): void {
    this.#asks = { filter, query };
    this.tally = new ViewTally(this.list, this.#asks, this.now);
    this.tally.entered = (visitor) => this.told.push(visitor.visitor.id);
    this.#stood.clear();
    this.#left.clear();
    for (const id of this.fresh()) this.#stood.add(id);
  }

  put(visitor: LiveVisitor, returns = false): void {
    const before = this.list.get(visitor.id);
    const after = listed(visitor, this.now, before);
    this.list.put(after);
    this.tally.put(before, after, this.now, returns);
    this.#judge(after, returns && before === undefined);
  }

  remove(id: VisitorId): void {
    if (this.list.remove(id) === undefined) return;
    this.tally.removed(id);
    this.#stood.delete(id);
    this.#left.delete(id);
  }

  pass(ms: number): void {
    // A first scan takes seconds at most; who turns by time alone before it met them is told of when it does.
    while (!this.tally.scan(0, () => this.now, 1));
    this.now += ms;
    // What the status clock does: who turns inactive, or is shown as left, is put once more.
    for (const { visitor } of [...this.list.items()]) {
      const { status, filters } = this.list.get(visitor.id) as ListedVisitor;
      const aged = listed(visitor, this.now);
      if (aged.status !== status || aged.filters !== filters) this.put(visitor);
    }
    this.tally.pass(this.now);
    for (const visitor of this.list.items()) this.#judge(visitor, false);
  }

  /** Who counts, asked of everyone anew. */
  fresh(): VisitorId[] {
    return [...this.list.items()].filter((one) => this.#holds(one)).map(({ visitor }) => visitor.id);
  }

  #holds(visitor: ListedVisitor): boolean {
    const { filter, query } = this.#asks;
    const stands = ((visitor.filters >> FILTERS.indexOf(filter)) & 1) === 1 && visitor.status !== 'left';
    return stands && matches(parseQuery(query), visitor, this.now);
  }

  #judge(visitor: ListedVisitor, returns: boolean): void {
    const { id } = visitor.visitor;
    const is = this.#holds(visitor);
    if (is === this.#stood.has(id)) return;
    if (!is) {
      this.#stood.delete(id);
      this.#left.set(id, this.now);
      return;
    }
    this.#stood.add(id);
    const isBack = this.now - (this.#left.get(id) ?? Number.NEGATIVE_INFINITY) < MINUTE;
    this.#left.delete(id);
    if (!returns && !isBack) this.due.push(id);
  }
}

const person = fc.record({
  id: fc.integer({ min: 0, max: 7 }).map(visitorIdOf),
  page: fc.constantFrom('/', '/cart', '/shoes').map((path) => ({ url: `https://shop.example${path}`, title: path })),
  visits: fc.integer({ min: 1, max: 2 }),
  country: fc.constantFrom('IT', 'DE'),
  presence: fc.constantFrom<LiveVisitor['presence'][]>({ state: 'here' }, { state: 'left', since: NOW }),
  chat: fc.constantFrom<LiveVisitor['chat'][]>({ state: 'none' }, { state: 'waiting', since: NOW }),
  ago: fc.integer({ min: 0, max: 6 * MINUTE }),
});
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('put' as const), person, returns: fc.boolean() }) },
  fc.record({ do: fc.constant('remove' as const), id: fc.integer({ min: 0, max: 7 }).map(visitorIdOf) }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 150_000 }) }) },
  fc.record({ do: fc.constant('scan' as const) }),
  fc.record({
    do: fc.constant('edit' as const),
    filter: fc.constantFrom(...FILTERS_ASKED),
    query: fc.constantFrom(...QUERIES),
  }),
);

type Person = typeof person extends fc.Arbitrary<infer Facts> ? Facts : never;
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;
type Deed<Name extends Act['do']> = (bench: Bench, act: Extract<Act, { do: Name }>) => unknown;

const visitorOf = ({ ago, ...facts }: Person, now: number): LiveVisitor =>
  aVisitor({ ...facts, visitStartedAt: now - ago, lastActivityAt: now - ago });

const DEEDS: { readonly [Name in Act['do']]: Deed<Name> } = {
  put: (bench, one) => bench.put(visitorOf(one.person, bench.now), one.returns),
  remove: (bench, { id }) => bench.remove(id),
  pass: (bench, { ms }) => bench.pass(ms),
  edit: (bench, { filter, query }) => bench.asks(filter, query),
  scan: (bench) => bench.tally.scan(0, () => bench.now, 1),
};

test('SV3, SV5: the count kept is the count by a fresh look; told is exactly who entered', () => {
  const law = fc.property(
    fc.constantFrom(...FILTERS_ASKED),
    fc.constantFrom(...QUERIES),
    fc.array(person, { maxLength: 6 }),
    fc.array(act, { maxLength: 40 }),
    (filter, query, first, acts) => {
      const bench = new Bench();
      for (const one of first) bench.list.put(listed(visitorOf(one, bench.now), bench.now));
      bench.asks(filter, query);
      for (const each of acts) {
        DEEDS[each.do](bench, each as never);
        if (bench.tally.complete) expect(bench.tally.people).toBe(bench.fresh().length);
      }
      expect(bench.told.sort()).toEqual(bench.due.sort());
    },
  );
  fc.assert(law, { numRuns: 300 });
});

test('SV5: whoever stood there when the view was made, or met by its scan, did not enter', () => {
  const bench = new Bench();
  const cart = { url: 'https://shop.example/cart', title: 'Cart' };
  bench.list.put(listed(aVisitor({ page: cart }), NOW));
  bench.asks('all', 'page:cart');
  bench.put(aVisitor({ page: cart, pageViews: 2 }));
  while (!bench.tally.scan(0, () => bench.now, 1));
  expect([bench.tally.people, bench.told]).toEqual([1, []]);
});

test('SV3: who was on the site for more than five minutes counts from that second on, though nothing happened', () => {
  const bench = new Bench();
  bench.asks('all', 'online:>5m');
  bench.tally.scan(0, () => bench.now);
  bench.put(aVisitor({ visitStartedAt: NOW - 4 * MINUTE, lastActivityAt: NOW }));
  bench.pass(MINUTE);
  expect(bench.tally.people).toBe(0);
  bench.pass(1_000);
  expect([bench.tally.people, bench.told]).toEqual([1, [visitorIdOf(1)]]);
});
