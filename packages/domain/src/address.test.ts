import { LIMITS } from '@vetrina/protocol/limits';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostOf, safeAddress } from './address.ts';

test.each([
  ['javascript:alert(1)'],
  [' \tjava\nscript:alert(1)'],
  ['https:\\\\evil.example'],
  ['http:/evil.example'],
  ['http:evil.example'],
  ['https://'],
  ['https:///evil.example'],
  ['https://shop.example/\nSet-Cookie'],
  ['data:text/html,x'],
  ['file:///etc/passwd'],
  ['blob:https://shop.example/1'],
  ['//shop.example/'],
  ['/cart'],
  ['https://exa mple.com/'],
  ['https://shop.example:99999/'],
  [''],
])('bad input: %j is no address', (raw) => {
  expect(safeAddress(raw, [])).toBeNull();
  expect(hostOf(raw)).toBeNull();
});

test.each([
  ['https://shop.example/cart', 'https://shop.example/cart'],
  ['HTTPS://Shop.Example', 'https://shop.example/'],
  ['https://user:secret@shop.example/', 'https://shop.example/'],
  ['http://localhost:4000/demo/', 'http://localhost:4000/demo/'],
  ['https://shop.example/?token=secret&page=2&q=a%20b', 'https://shop.example/?page=2&q=a%20b'],
  ['https://shop.example/?token=secret', 'https://shop.example/'],
  ['https://shop.example/?%70age=2', 'https://shop.example/?%70age=2'],
  ['https://shop.example/?%zz=1&page', 'https://shop.example/?page'],
  ['https://shop.example/#access_token=secret', 'https://shop.example/'],
  ['https://shop.example/#reviews', 'https://shop.example/'],
  ['https://shop.example/#/cart', 'https://shop.example/#/cart'],
  ['https://shop.example/#!cart', 'https://shop.example/#!cart'],
  ['https://shop.example/#/reset?token=secret&page=2', 'https://shop.example/#/reset?page=2'],
  ['https://négoce.example/été', 'https://xn--ngoce-bsa.example/%C3%A9t%C3%A9'],
])('T3: %j is kept as %j', (raw, kept) => {
  expect(safeAddress(raw, ['page', 'q'])).toBe(kept);
});

test('T3: an address that its encoding makes too long loses query and end, not its sense', () => {
  const address = safeAddress(`https://shop.example/${'щ'.repeat(1_900)}?page=2`, ['page']) ?? '';
  expect(address.length).toBeLessThanOrEqual(LIMITS.url);
  expect(URL.canParse(address)).toBe(true);
  expect(address).not.toMatch(/%.?$/);
});

test('T3: whatever comes in, what comes out is a plain web address that stays as it is', () => {
  const raw = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'binary' }).map((rest) => `https://shop.example/${rest}`),
  );
  fc.assert(
    fc.property(raw, (text) => {
      const address = safeAddress(text, ['a']);
      if (address === null) return;
      expect(address).toMatch(/^https?:\/\/[^\s@/]+\//);
      expect(address.length).toBeLessThanOrEqual(LIMITS.url);
      expect(safeAddress(address, ['a'])).toBe(address);
    }),
    { numRuns: 1_000 },
  );
});

test('V7: the host is the name alone', () => {
  expect(hostOf('https://user:secret@Shop.example:8443/cart')).toBe('shop.example');
});
