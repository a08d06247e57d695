import { FILTERS } from '@vetrina/protocol/messages/list-shape';
import { aVisitor, NOW } from '@vetrina/testkit/builders';
import { expect, test } from 'vitest';
import { bitOf } from './filter-bits.ts';
import { countedBits, filterBits } from './filters.ts';
import { listed } from './listed.ts';
import type { LiveVisitor } from './live-visitor.ts';

const windows = (bits: number) => FILTERS.filter((filter) => bits & bitOf(filter));

test.each<[string, Partial<LiveVisitor>, string[]]>([
  ['someone browsing', {}, ['all', 'active']],
  ['someone idle', { lastActivityAt: NOW - 600_000 }, ['all']],
  ['someone waiting for an answer', { chat: { state: 'waiting', since: NOW } }, ['all', 'active', 'in-chat']],
  ['someone idle in chat', { chat: { state: 'chatting', lastMessageAt: 0 }, lastActivityAt: 0 }, ['all', 'in-chat']],
  ['a customer', { customer: true }, ['all', 'active', 'customers']],
  ['someone written to by a rule', { autoMessaged: true }, ['all', 'active', 'auto-messaged']],
  ['someone blocked', { blocked: true }, ['all', 'active', 'blocked']],
])('V4: %s stands where they belong and counts there', (_, overrides, expected) => {
  const visitor = listed(aVisitor(overrides), NOW);
  expect(windows(filterBits(visitor))).toEqual(expected);
  expect(windows(countedBits(visitor))).toEqual(expected);
});

test('V1: someone shown as left stays in the same windows and counts nowhere', () => {
  const here = aVisitor({ customer: true, chat: { state: 'waiting', since: NOW } });
  const gone = listed({ ...here, presence: { state: 'left', since: NOW - 6_000 } }, NOW);
  expect(windows(filterBits(gone))).toEqual(['all', 'active', 'in-chat', 'customers']);
  expect(countedBits(gone)).toBe(0);
});

test('V1: during the grace a visitor still counts', () => {
  const leaving = listed(aVisitor({ presence: { state: 'leaving', since: NOW - 4_999 } }), NOW);
  expect(windows(countedBits(leaving))).toEqual(['all', 'active']);
});
