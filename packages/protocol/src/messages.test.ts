import { expect, test } from 'vitest';
import { fromAgent } from './from-agent.ts';
import { fromVisitor } from './from-visitor.ts';
import { LIMITS } from './limits.ts';
import type { Identity } from './messages/identity.ts';
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

const told = (title: unknown) => fromVisitor.safeParse({ type: 'page-viewed', page: { ...hello.visitor.page, title } });

test.each([
  ['a lone surrogate', 'broken \ud800', 'broken \ufffd'],
  ['a NUL', 'a\0b', 'a\ufffdb'],
  ['more than the limit', 'x'.repeat(LIMITS.title + 1), 'x'.repeat(LIMITS.title)],
  ['a pair that the limit cuts in half', `${'x'.repeat(LIMITS.title - 1)}😀`, `${'x'.repeat(LIMITS.title - 1)}\ufffd`],
])('bad input: a page view with %s in its title is mended', (_, title, mended) => {
  expect(told(title).data).toMatchObject({ page: { title: mended } });
});

test('bad input: everything that a page says of its visitor is mended to its limit', () => {
  const long = '\ud800'.repeat(5_000);
  const said = { name: long, email: long, phone: long, group: long, language: long, variables: { [long]: long } };
  const { identity } = fromVisitor.parse({ type: 'identify', identity: said }) as { identity: Identity };
  const { name, email, phone, group, language, variables } = identity;
  const lengths = [name, email, phone, group, language, ...Object.entries(variables ?? {}).flat()].map((text) => {
    expect(text).toMatch(/^\ufffd+$/);
    return String(text).length;
  });
  const { variableKey, variableValue } = LIMITS;
  expect(lengths).toEqual([...[255, 255, 50, 64, 35], variableKey, variableValue]);
});

test.each([
  ['a language', { language: '' }],
  ['a time zone', { timezone: { of: 'a polyfill' } }],
  ['a screen', { screen: {} }],
  ['a screen that cannot be', { screen: { width: -1, height: 1e9 } }],
])('bad input: a hello whose browser says nothing sensible as %s is one that does not say it', (_, said) => {
  const { visitor } = visitorHello.parse({ ...hello, visitor: { ...hello.visitor, ...said } });
  expect(Object.entries(visitor).filter(([field, value]) => field in said && value !== undefined)).toEqual([]);
});

test('V3: the screen of a zoomed page has whole pixels', () => {
  const { visitor } = visitorHello.parse({
    ...hello,
    visitor: { ...hello.visitor, screen: { width: 1440.5, height: 900 } },
  });
  expect(visitor).toMatchObject({ screen: { width: 1440, height: 900 } });
});

test.each([
  ['an object where text belongs', { $gt: '' }],
  ['a number where text belongs', 7],
])('a page view with %s as title is refused', (_, title) => {
  expect(told(title).success).toBe(false);
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
