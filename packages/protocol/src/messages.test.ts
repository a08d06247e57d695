import { expect, test } from 'vitest';
import { fromAgent } from './from-agent.ts';
import { fromVisitor } from './from-visitor.ts';
import { LIMITS } from './limits.ts';
import { visitorHello } from './messages/visitor-hello.ts';

const hello = {
  type: 'hello',
  protocol: 1,
  tab: 'tab-0001',
  visitor: {
    as: 'known',
    browserKey: 'AAAAAAAAAAAAAAAAAAAAAA',
    page: { id: 'page-0001', url: 'https://shop.example/', title: 'Home' },
    visible: true,
  },
};

test('I1: a hello with nothing but the page is enough', () => {
  expect(visitorHello.safeParse(hello).success).toBe(true);
});

test('T3: a counted visitor can send nothing that tells it from another', () => {
  const counted = { ...hello, visitor: { as: 'counted' } };
  expect(visitorHello.safeParse(counted).success).toBe(true);
  expect(
    visitorHello.safeParse({ ...hello, visitor: { as: 'counted', browserKey: 'AAAAAAAAAAAAAAAAAAAAAA' } }).success,
  ).toBe(false);
});

test.each([
  ['a lone surrogate', 'broken \ud800'],
  ['a NUL', 'a\0b'],
  ['a title beyond the limit', 'x'.repeat(LIMITS.title + 1)],
  ['an object where text belongs', { $gt: '' }],
  ['a number where text belongs', 7],
])('a page view with %s as title is refused', (_, title) => {
  const frame = { type: 'page-viewed', page: { ...hello.visitor.page, title } };
  expect(fromVisitor.safeParse(frame).success).toBe(false);
});

test('fields nobody asked for are refused, not ignored', () => {
  expect(fromVisitor.safeParse({ type: 'goodbye', account: 'another' }).success).toBe(false);
});

test.each([-1, 1.5, Number.NaN, 1e300, '0', null])('V5: a watch with offset %s is refused', (offset) => {
  const frame = {
    type: 'watch',
    watch: 1,
    filter: 'all',
    query: '',
    sort: { column: 'status', direction: 'descending' },
    offset,
    limit: 50,
    pace: 'front',
  };
  expect(fromAgent.safeParse(frame).success).toBe(false);
});
