import { visitSource as visitSourceSchema } from '@vetrina/protocol/visitor-details';
import { expect, test } from 'vitest';
import { visitSource } from './source.ts';

const home = 'https://www.shop.example/';

test('V7: campaign parameters are read before the query is cut', () => {
  const { source, label } = visitSource(
    `${home}?utm_source=News&utm_medium=email&gclid=1`,
    'https://mail.example/',
    [],
  );
  expect(source).toEqual({
    referrer: 'https://mail.example/',
    landingUrl: home,
    utm: { source: 'News', medium: 'email' },
  });
  expect(label).toBe('News');
  expect(visitSourceSchema.safeParse(source).success).toBe(true);
});

test.each([
  ['https://www.google.com/', 'google.com'],
  ['https://blog.partner.example/post', 'blog.partner.example'],
  [undefined, null],
  ['', null],
  ['javascript:alert(1)', null],
  ['android-app://com.google.android.gm/', null],
])('V3: coming from %j is labelled %j', (referrer, label) => {
  expect(visitSource(home, referrer, []).label).toBe(label);
});

test.each(['https://shop.example/', 'https://www.shop.example/cart', 'https://checkout.shop.example/done'])(
  'V7: the own site %s is no source',
  (referrer) => {
    expect(visitSource(home, referrer, []).source.referrer).toBeNull();
  },
);

test('V7: a site whose name only ends alike is another site', () => {
  expect(visitSource(home, 'https://notshop.example/', []).label).toBe('notshop.example');
  expect(visitSource('https://notshop.example/', home, []).label).toBe('shop.example');
});

test('T3: what someone searched for stays with the search engine', () => {
  expect(visitSource(home, 'https://search.example/?q=secret', []).source.referrer).toBe('https://search.example/');
});

test('bad input: campaign values are cut, tidied and well formed', () => {
  const { source } = visitSource(
    `${home}?utm_source=%0Aa%00b&utm_campaign=${'x'.repeat(500)}&utm___proto__=1`,
    undefined,
    [],
  );
  expect(source.utm.source).toBe('a b');
  expect(source.utm.campaign).toHaveLength(200);
  expect(Object.keys(source.utm)).toEqual(['source', 'campaign']);
});
