import { checkConditions } from '@vetrina/domain/automation/conditions';
import type { Condition } from '@vetrina/protocol/automation/conditions';
import { anyPageCondition, anyVisitorCondition, somebody } from '@vetrina/testkit/arbitrary-rules';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cautionsOf, cutParameter } from './cautions.ts';
import { contradictionIn, exclude } from './contradictions.ts';
import { newDraft } from './rule-editing.ts';

test.each<[Condition, Condition]>([
  [
    { about: 'visitor', is: 'new' },
    { about: 'visitor', is: 'returning' },
  ],
  [
    { about: 'visitor', is: 'new' },
    { about: 'visits', test: 'at-least', value: 2 },
  ],
  [
    { about: 'visits', test: 'at-most', value: 1 },
    { about: 'visitor', is: 'returning' },
  ],
  [
    { about: 'visits', test: 'at-least', value: 5 },
    { about: 'visits', test: 'at-most', value: 4 },
  ],
  [
    { about: 'country', test: 'is', values: ['IT'] },
    { about: 'country', test: 'is', values: ['DE', 'AT'] },
  ],
  [
    { about: 'country', test: 'is-not', values: ['IT', 'DE'] },
    { about: 'country', test: 'is', values: ['IT'] },
  ],
  [
    { about: 'language', test: 'is', values: ['de-AT'] },
    { about: 'language', test: 'is-not', values: ['de'] },
  ],
  [
    { about: 'address', test: 'is', value: 'https://shop.example/cart' },
    { about: 'address', test: 'contains-not', value: '/CART' },
  ],
  [
    { about: 'title', test: 'contains', value: 'blue lamp' },
    { about: 'title', test: 'contains-not', value: 'lamp' },
  ],
  [
    { about: 'title', test: 'starts-with', value: 'lamp' },
    { about: 'title', test: 'starts-with', value: 'chair' },
  ],
  [
    { about: 'variable', name: 'plan', test: 'is', value: 'gold' },
    { about: 'variable', name: 'plan', test: 'is', value: 'silver' },
  ],
])('A1: %j and %j never hold together', (one, other) => {
  expect([exclude(one, other), exclude(other, one)]).toEqual([true, true]);
});

test.each<[Condition, Condition]>([
  [
    { about: 'language', test: 'is', values: ['de'] },
    { about: 'language', test: 'is', values: ['de-AT'] },
  ],
  [
    { about: 'language', test: 'is', values: ['de'] },
    { about: 'language', test: 'is-not', values: ['de-AT'] },
  ],
  [
    { about: 'visits', test: 'at-least', value: 2 },
    { about: 'visits', test: 'at-most', value: 2 },
  ],
  [
    { about: 'variable', name: 'plan', test: 'is', value: 'gold' },
    { about: 'variable', name: 'cart', test: 'is', value: 'silver' },
  ],
  [
    { about: 'title', test: 'contains', value: 'lamp' },
    { about: 'title', test: 'contains', value: 'chair' },
  ],
])('A1: %j and %j may hold together', (one, other) => {
  expect(exclude(one, other)).toBe(false);
});

test('A1: nobody is both sides of what is called a contradiction', () => {
  const any = fc.oneof(anyPageCondition, anyVisitorCondition);
  const page = { address: fc.constantFrom('/cart', '/lamp', ''), title: fc.constantFrom('Café', 'lamp', '') };
  fc.assert(
    fc.property(any, any, somebody, fc.record(page), (one, other, visitor, where) => {
      if (!exclude(one, other)) return;
      expect(checkConditions({ match: 'all', list: [one, other] }, { page: where, visitor }).holds).toBe(false);
    }),
    { numRuns: 3_000 },
  );
});

test('A1: only conditions that all have to hold contradict each other, and both are named', () => {
  const list: Condition[] = [
    { about: 'customer', is: true },
    { about: 'visitor', is: 'new' },
    { about: 'customer', is: false },
  ];
  expect(contradictionIn({ match: 'all', list })).toEqual([0, 2]);
  expect(contradictionIn({ match: 'any', list })).toBeNull();
});

test.each([
  ['/search?q=lamp', ['q'], null],
  ['/search?q=lamp', [], 'q'],
  ['?q=lamp&page=2', ['q'], 'page'],
  ['utm_source=news', ['utm_source'], null],
  ['utm_source=news', [], 'utm_source'],
  ['/cart', [], null],
  ['*/search?*', [], null],
] as const)('A1.5: “%s”, of which the account keeps %j, is missing %s', (address, kept, parameter) => {
  expect(cutParameter(address, kept)).toEqual(parameter === null ? null : { caution: 'cut-parameter', parameter });
});

test('A1: what is allowed and hardly meant is told beside its field', () => {
  const draft = newDraft(null, { name: 'x', text: 'x' });
  const today = '2026-11-26';
  const timed = {
    by: 'calendar',
    timezone: 'Europe/Rome',
    weekdays: [],
    hours: { from: 540, to: 540 },
    dates: { from: '2026-12-08', to: '2026-12-01' },
  } as const;
  const odd = {
    ...draft,
    logic: {
      ...draft.logic,
      where: { match: 'all', list: [{ about: 'address', test: 'contains', value: '?id=7' }] },
      who: { match: 'all', list: [{ about: 'visits', test: 'at-most', value: 0 }] },
      schedule: { team: 'any', times: { ...timed, weekdays: [] } },
    },
    goal: { address: '?done=1' },
  } satisfies typeof draft;
  expect([...cautionsOf(odd, [], today)].map(([field, { caution }]) => `${field} ${caution}`)).toEqual([
    'who.0 no-visit',
    'where.0 cut-parameter',
    'goal cut-parameter',
    'hours empty-hours',
    'dates dates-backwards',
  ]);
  expect([...cautionsOf(draft, [], today)]).toEqual([]);
});
