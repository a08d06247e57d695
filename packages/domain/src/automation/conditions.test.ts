import type { Condition } from '@vetrina/protocol/automation/conditions';
import { expect, test } from 'vitest';
import { checkConditions } from './conditions.ts';
import type { VisitorFacts } from './facts.ts';

const PAGE = { address: 'https://shop.example/cart', title: 'Your cart' };
const ANNA: VisitorFacts = {
  ...{
    visits: 2,
    chats: 0,
    customer: true,
    country: 'IT',
    city: 'Forlì',
    device: 'phone',
    browser: 'Safari',
    os: 'iOS',
  },
  ...{ language: 'it-CH', group: 'sales', variables: { cart: '214,50', plan: 'Gold' } },
  ...{ referrer: 'https://www.search.example/?q=lamp', campaign: { source: 'newsletter', medium: 'email' } },
};
const NOBODY: VisitorFacts = {
  ...{ visits: 1, chats: 0, customer: false, country: null, city: null, device: null, browser: null, os: null },
  ...{ language: null, group: null, variables: {}, referrer: null, campaign: {} },
};

const holdsFor = (visitor: VisitorFacts | undefined, ...list: Condition[]) =>
  checkConditions({ match: 'all', list }, { page: PAGE, visitor }).holds;

test.each<[Condition, boolean, boolean]>([
  [{ about: 'visitor', is: 'returning' }, true, false],
  [{ about: 'visitor', is: 'new' }, false, true],
  [{ about: 'customer', is: true }, true, false],
  [{ about: 'visits', test: 'at-least', value: 2 }, true, false],
  [{ about: 'visits', test: 'at-most', value: 1 }, false, true],
  [{ about: 'chats', test: 'is', value: 0 }, true, true],
  [{ about: 'country', test: 'is', values: ['DE', 'IT'] }, true, false],
  [{ about: 'country', test: 'is-not', values: ['IT'] }, false, true],
  [{ about: 'city', test: 'is', value: 'forli' }, true, false],
  [{ about: 'language', test: 'is', values: ['it'] }, true, false],
  [{ about: 'language', test: 'is', values: ['it-IT'] }, false, false],
  [{ about: 'device', test: 'is', values: ['phone', 'tablet'] }, true, false],
  [{ about: 'browser', test: 'is', value: 'safari' }, true, false],
  [{ about: 'os', test: 'starts-with', value: 'i' }, true, false],
  [{ about: 'referrer', test: 'contains', value: 'search.example' }, true, false],
  [{ about: 'campaign', part: 'source', test: 'is', value: 'newsletter' }, true, false],
  [{ about: 'campaign', part: 'term', test: 'is-not', value: 'lamp' }, true, true],
  [{ about: 'group', test: 'is', value: 'Sales' }, true, false],
  [{ about: 'variable', name: 'plan', test: 'is', value: 'gold' }, true, false],
  [{ about: 'variable', name: 'cart', test: 'at-least', value: '200' }, true, false],
  [{ about: 'variable', name: 'plan', test: 'at-least', value: '200' }, false, false],
  [{ about: 'variable', name: 'constructor', test: 'contains', value: 'function' }, false, false],
  [{ about: 'address', test: 'contains', value: '/cart' }, true, true],
  [{ about: 'title', test: 'is', value: 'your cart' }, true, true],
])('A1: %j holds for Anna: %s, for somebody unknown: %s', (condition, anna, nobody) => {
  expect([holdsFor(ANNA, condition), holdsFor(NOBODY, condition)]).toEqual([anna, nobody]);
});

const IS_CART: Condition = { about: 'title', test: 'contains', value: 'cart' };
const IS_LAMP: Condition = { about: 'title', test: 'contains', value: 'lamp' };
const IS_NEW: Condition = { about: 'visitor', is: 'new' };

test('A1: of all, each has to hold; of any, one; of none, nothing', () => {
  const holds = (match: 'all' | 'any', list: Condition[]) =>
    checkConditions({ match, list }, { page: PAGE, visitor: ANNA }).holds;
  expect([holds('all', [IS_CART, IS_LAMP]), holds('any', [IS_CART, IS_LAMP])]).toEqual([false, true]);
  expect([holds('all', []), holds('any', [])]).toEqual([true, true]);
});

test('A2: who cannot see the visitor does not guess', () => {
  const holds = (match: 'all' | 'any', ...list: Condition[]) =>
    checkConditions({ match, list }, { page: PAGE, visitor: undefined }).holds;
  expect(holds('all', IS_CART, IS_NEW)).toBeUndefined();
  expect(holds('all', IS_LAMP, IS_NEW)).toBe(false);
  expect(holds('any', IS_CART, IS_NEW)).toBe(true);
  expect(holds('any', IS_LAMP, IS_NEW)).toBeUndefined();
});

test('A4: every condition says what it found', () => {
  const { list } = checkConditions({ match: 'all', list: [IS_CART, IS_NEW] }, { page: PAGE, visitor: ANNA });
  expect(list.map(({ found, holds }) => [found, holds])).toEqual([
    ['Your cart', true],
    [2, false],
  ]);
});
