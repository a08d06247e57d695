import { visitorRow } from '@vetrina/protocol/visitor-row';
import { agentIdOf, aRow, aVisitor, NOW } from '@vetrina/testkit/builders';
import { expect, test } from 'vitest';
import { rowChange, rowOf } from './row.ts';

test('V3: a row is what the protocol says it is', () => {
  expect(visitorRow.parse(rowOf(aVisitor(), NOW))).toEqual(rowOf(aVisitor(), NOW));
});

test('V3: neither IP nor full referrer go to every screen', () => {
  const secret = aVisitor({ ip: '203.0.113.7', referrer: 'https://mail.example/inbox/42' });
  expect(JSON.stringify(rowOf(secret, NOW))).not.toMatch(/203\.0\.113|inbox/);
});

test('V3: equal content in fresh objects is no change', () => {
  const agents = () => [{ id: agentIdOf(1), name: 'Anna' }];
  const lastMessage = () => ({ text: 'hello', at: NOW });
  const row = () =>
    aRow({ agents: agents(), lastMessage: lastMessage(), variables: { cart: '3' }, page: { url: 'u', title: 't' } });
  expect(rowChange(row(), row())).toBeNull();
});

test.each([
  ['a field', { name: 'Ada' }],
  ['a field to nothing', { country: null }],
  ['the page title alone', { page: { url: 'https://shop.example/', title: 'Cart' } }],
  ['a first message', { lastMessage: { text: 'hello', at: NOW } }],
  ['an agent joining', { agents: [{ id: agentIdOf(1), name: 'Anna' }] }],
  ['a variable', { variables: { cart: '3' } }],
  ['two fields', { typing: true, unread: 2 }],
])('V3: %s is a change of exactly that', (_, change) => {
  expect(rowChange(aRow(), aRow(change))).toEqual(change);
});

test('V3: a variable taken away is a change, also when another takes its place', () => {
  expect(rowChange(aRow({ variables: { a: '1' } }), aRow({ variables: { b: '1' } }))).toEqual({
    variables: { b: '1' },
  });
});
