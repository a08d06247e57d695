import { expect, it } from 'vitest';
import { NOWHERE, openLocator } from './locate.ts';

const locate = await openLocator();

it.each([
  ['8.8.8.8', 'US'],
  ['5.90.1.2', 'IT'],
  ['2a00:1450:4002::1', 'IE'],
])('V3: %s is in %s', (ip, country) => {
  expect(locate(ip)).toEqual({ country, city: null });
});

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '192.168.0.1',
  '172.16.9.9',
  '169.254.1.1',
  '::1',
  'fe80::1',
  'fd00::1',
  '',
  'nonsense',
  '::ffff:10.0.0.1',
])('V3: %s is nowhere', (ip) => {
  expect(locate(ip)).toEqual(NOWHERE);
});

it('a city file that cannot be read is an error at the start', async () => {
  await expect(openLocator({ city: '/does/not/exist.mmdb' })).rejects.toThrow();
});
