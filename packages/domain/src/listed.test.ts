import { aVisitor, NOW } from '@vetrina/testkit/builders';
import { expect, test } from 'vitest';
import { listed } from './listed.ts';
import type { LiveVisitor } from './live-visitor.ts';

test('V5: names, mail, phone, place, technology, variables and words said are searched', () => {
  const { text } = listed(
    aVisitor({
      name: 'Zoë Müller',
      email: 'Zoe@Example.com',
      phone: '+39 02 1234',
      country: 'DE',
      city: 'Köln',
      group: 'Sales',
      source: 'newsletter',
      referrer: 'https://news.example/Deals',
      browser: 'Safari',
      os: 'macOS',
      ip: '203.0.113.0',
      variables: { Plan: 'Gold' },
      lastMessage: { text: 'Où êtes-vous?', at: NOW },
    }),
    NOW,
  );
  expect(text.split('\n')).toEqual([
    'zoe muller',
    'zoe@example.com',
    '+39 02 1234',
    'de',
    'germany',
    'germania',
    'nemecko',
    'deutschland',
    'alemania',
    'allemagne',
    'nemetorszag',
    'duitsland',
    'niemcy',
    'koln',
    'sales',
    'newsletter',
    'https://news.example/deals',
    'safari',
    'macos',
    '203.0.113.0',
    'plan:gold',
    'ou etes-vous?',
    'home',
    'https://shop.example/',
  ]);
});

test('V3: someone without a name is found by the number shown instead', () => {
  expect(listed(aVisitor({ number: 4821 }), NOW).text).toContain('visitor 4821');
});

test.each<[string, Partial<LiveVisitor>]>([
  ['nothing', {}],
  ['a page view', { page: { url: 'https://shop.example/cart', title: 'Cart' }, pageViews: 2 }],
  ['a name', { name: 'Ada' }],
  ['a name taken away', { name: null }],
  ['a message', { lastMessage: { text: 'new', at: NOW } }],
  ['a variable', { variables: { cart: '9' } }],
  ['an address', { ip: '203.0.113.0' }],
  ['a referrer', { referrer: 'https://other.example/' }],
  ['a status', { chat: { state: 'waiting', since: NOW } }],
  ['leaving', { presence: { state: 'left', since: NOW - 6_000 } }],
])('V5: after %s, building on the previous gives what building afresh gives', (_, change) => {
  const before = aVisitor({ name: 'Grace', lastMessage: { text: 'old', at: NOW }, variables: { cart: '1' } });
  const after = { ...before, ...change };
  const building = listed(after, NOW, listed(before, NOW));
  const afresh = listed(after, NOW);
  expect(building).toEqual(afresh);
  expect(building.row).toEqual(afresh.row);
});

test('V3: the row is made once, so that a screen sees at a glance that nothing changed', () => {
  const visitor = listed(aVisitor(), NOW);
  expect(visitor.row).toBe(visitor.row);
});
