import { type ListSort, SORT_COLUMNS } from '@vetrina/protocol/messages/list-shape';
import { agentIdOf, aVisitor, NOW, visitorIdOf } from '@vetrina/testkit/builders';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ListedVisitor, listed } from './listed.ts';
import type { LiveVisitor } from './live-visitor.ts';
import { orderFor } from './order.ts';

const V2: ListSort = { column: 'status', direction: 'descending' };

/** Visitors by name, put in order. */
function ordered(sort: ListSort, people: Record<string, Partial<LiveVisitor>>): string[] {
  const names = Object.keys(people);
  const list = names.map((name, index) => listed(aVisitor({ id: visitorIdOf(index), ...people[name] }), NOW));
  return [...list].sort(orderFor(sort).compare).map((visitor) => names[list.indexOf(visitor)] ?? '');
}

test('V2: new chat, chatting, active, inactive, left', () => {
  const people = {
    left: { presence: { state: 'left', since: NOW - 6_000 } },
    inactive: { lastActivityAt: NOW - 700_000 },
    active: {},
    chatting: { chat: { state: 'chatting', lastMessageAt: NOW } },
    waiting: { chat: { state: 'waiting', since: NOW } },
  } as const;
  expect(ordered(V2, people)).toEqual(['waiting', 'chatting', 'active', 'inactive', 'left']);
  expect(ordered({ ...V2, direction: 'ascending' }, people)[0]).toBe('left');
});

test.each<[string, Record<string, Partial<LiveVisitor>>]>([
  [
    'new chats by longest wait',
    { second: { chat: { state: 'waiting', since: 20 } }, first: { chat: { state: 'waiting', since: 10 } } },
  ],
  [
    'chatting by latest message',
    {
      second: { chat: { state: 'chatting', lastMessageAt: 10 } },
      first: { chat: { state: 'chatting', lastMessageAt: 20 } },
    },
  ],
  ['active by newest arrival', { second: { visitStartedAt: NOW - 20 }, first: { visitStartedAt: NOW - 10 } }],
  ['inactive by latest activity', { second: { lastActivityAt: 10 }, first: { lastActivityAt: 20 } }],
])('V2: %s', (_, people) => {
  expect(ordered(V2, people)).toEqual(['first', 'second']);
});

test('V2: names regardless of case and accents, the nameless last both ways', () => {
  const people = {
    none: { name: null },
    zoe: { name: 'Zoë' },
    emile: { name: 'émile' },
    adam: { name: 'Adam' },
    zack: { name: 'ZACK' },
  };
  expect(ordered({ column: 'visitor', direction: 'ascending' }, people)).toEqual([
    'adam',
    'emile',
    'zack',
    'zoe',
    'none',
  ]);
  expect(ordered({ column: 'visitor', direction: 'descending' }, people)).toEqual([
    'zoe',
    'zack',
    'emile',
    'adam',
    'none',
  ]);
});

test('V3: online, descending, is the longest time on site first', () => {
  const people = { fresh: { visitStartedAt: NOW - 10 }, long: { visitStartedAt: NOW - 9_000 } };
  expect(ordered({ column: 'online', direction: 'descending' }, people)).toEqual(['long', 'fresh']);
});

test('V3: a variable that holds numbers goes by size', () => {
  const people = {
    ten: { variables: { cart: '10.50' } },
    none: {},
    nine: { variables: { cart: '9.90' } },
    text: { variables: { cart: 'lots' } },
  };
  expect(ordered({ column: 'variable:cart', direction: 'ascending' }, people)).toEqual(['nine', 'ten', 'text', 'none']);
});

test('V3: a variable named like something every object has is unknown', () => {
  const people = { a: {}, b: { variables: { constructor: 'x' } } };
  expect(ordered({ column: 'variable:constructor', direction: 'ascending' }, people)).toEqual(['b', 'a']);
});

const word = fc.option(fc.constantFrom('Anna', 'anna', 'Ànna', 'b', ''), { nil: null });
const time = fc.integer({ min: NOW - 3, max: NOW });
const person: fc.Arbitrary<Partial<LiveVisitor>> = fc.record({
  name: word,
  country: word,
  city: word,
  group: word,
  source: word,
  browser: word,
  os: word,
  language: word,
  device: fc.constantFrom('desktop', 'tablet', 'phone', null),
  visits: fc.integer({ min: 1, max: 3 }),
  visitStartedAt: time,
  lastActivityAt: fc.constantFrom(NOW, NOW - 700_000, NOW - 700_001),
  presence: fc.constantFrom({ state: 'here' }, { state: 'left', since: NOW - 6_000 }, { state: 'leaving', since: NOW }),
  chat: fc.constantFrom({ state: 'none' }, { state: 'waiting', since: 1 }, { state: 'chatting', lastMessageAt: 2 }),
  lastMessage: fc.option(fc.record({ text: fc.constant('hi'), at: time }), { nil: null }),
  agents: fc.constantFrom([], [{ id: agentIdOf(1), name: 'Anna' }], [{ id: agentIdOf(2), name: 'Bo' }]),
  variables: fc.constantFrom({}, { v: '10' }, { v: '9' }, { v: '9.0' }, { v: 'x' }),
});
const people: fc.Arbitrary<ListedVisitor[]> = fc
  .array(person, { minLength: 3, maxLength: 8 })
  .map((list) => list.map((overrides, index) => listed(aVisitor({ ...overrides, id: visitorIdOf(index) }), NOW)));
const sorts: ListSort[] = [...SORT_COLUMNS, 'variable:v' as const].flatMap((column) => [
  { column, direction: 'ascending' },
  { column, direction: 'descending' },
]);

test.each(sorts)('V2: $column $direction is a strict total order', (sort) => {
  const { compare } = orderFor(sort);
  fc.assert(
    fc.property(people, (list) => {
      for (const a of list) {
        for (const b of list) {
          expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
          expect(compare(a, b) === 0).toBe(a === b);
          for (const c of list) {
            if (compare(a, b) < 0 && compare(b, c) < 0) expect(compare(a, c)).toBeLessThan(0);
          }
        }
      }
    }),
    { numRuns: 50 },
  );
});

test.each(sorts)('V2: $column $direction, whoever ranks lower stands above', (sort) => {
  const { compare, rankOf } = orderFor(sort);
  fc.assert(
    fc.property(people, (list) => {
      for (const a of list) {
        expect(rankOf(a)).not.toBeNaN();
        for (const b of list) if (rankOf(a) < rankOf(b)) expect(compare(a, b)).toBeLessThan(0);
      }
    }),
    { numRuns: 50 },
  );
});
