import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseDomain, originAllowed } from './allowed-domains.ts';

const self = ['http://127.0.0.1:4000'];

test.each([
  [[], 'https://anything.example', true],
  [[], undefined, true],
  [['example.com'], 'https://example.com', true],
  [['example.com'], 'https://www.example.com:8443', true],
  [['example.com'], 'http://a.b.example.com', true],
  [['example.com'], 'https://example.com.', true],
  [['example.com'], 'https://notexample.com', false],
  [['example.com'], 'https://example.com.evil.example', false],
  [['example.com'], 'null', false],
  [['example.com'], undefined, false],
  [['example.com'], 'http://127.0.0.1:4000', true],
  [['example.com'], 'http://127.0.0.1:4001', false],
  [['localhost'], 'http://localhost:3000', true],
  [['a.example', 'b.example'], 'https://b.example', true],
])('T1: a list of %j lets a page of %s in: %s', (allowed, origin, expected) => {
  expect(originAllowed(allowed, origin, self)).toBe(expected);
});

test.each([
  ['https://www.Example.com/shop?x=1', 'example.com'],
  ['example.com', 'example.com'],
  [' *.example.com ', 'example.com'],
  ['//example.com', 'example.com'],
  ['example.com:8080', 'example.com'],
  ['user@example.com', 'example.com'],
  ['shop.example.com.', 'shop.example.com'],
  ['www.com', 'www.com'],
  ['münchen.example', 'xn--mnchen-3ya.example'],
  ['localhost:3000', 'localhost'],
  ['127.0.0.1', '127.0.0.1'],
  ['com', null],
  ['', null],
  ['*', null],
  ['exa mple.com', null],
  ['*.*.example.com', null],
  ['http://', null],
  ['a..example', null],
])('T1: someone who types %j means %j', (typed, domain) => {
  expect(normaliseDomain(typed)).toBe(domain);
});

test('T1: a domain read from an address lets that address in', () => {
  fc.assert(
    fc.property(fc.webUrl(), (url) => {
      const domain = normaliseDomain(url);
      if (domain !== null) expect(originAllowed([domain], new URL(url).origin, [])).toBe(true);
    }),
  );
});
