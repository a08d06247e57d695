import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatIp, networkOf, parseIp } from './ip-address.ts';

test.each([
  '256.1.1.1',
  '1.2.3',
  '1.2.3.4.5',
  '1.2.3.a',
  '1..2.3',
  ':::',
  '1::2::3',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7::8',
  '12345::',
  '1.2.3.4::',
  'g::',
  '',
  '::'.repeat(1_000),
])('bad input: %j is no IP address', (text) => {
  expect(parseIp(text)).toBeNull();
});

test.each([
  ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
  ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
  ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
  ['::', '::'],
  ['[::1]', '::1'],
  ['64:ff9b::192.0.2.1', '64:ff9b::c000:201'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['192.0.2.001', '192.0.2.1'],
])('RFC 5952: %s is written %s', (text, written) => {
  const ip = parseIp(text);
  expect(ip && formatIp(ip)).toBe(written);
});

test('an address survives writing and reading', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
      const ip = parseIp(text);
      if (!ip) throw new Error(`not read: ${text}`);
      expect(parseIp(formatIp(ip))).toEqual(ip);
      expect(networkOf(ip, 128)).toEqual(ip);
      expect(networkOf(ip, 0).parts.every((part) => part === 0)).toBe(true);
    }),
  );
});
