import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ipMatches, parseIpPattern, patternForMasked } from './ip-patterns.ts';
import { maskIp } from './privacy.ts';

const meant = (pattern: string, ip: string) => {
  const parsed = parseIpPattern(pattern);
  if (!parsed) throw new Error(`not a pattern: ${pattern}`);
  return ipMatches(parsed, ip);
};

test.each([
  ['192.168.0.*', '192.168.0.17', true],
  ['192.168.0.*', '192.168.1.17', false],
  ['192.168.*', '192.168.44.17', true],
  ['*.168.0.1', '10.168.0.1', true],
  ['1*2.168.0.1', '192.168.0.1', true],
  ['1*2.168.0.1', '12.168.0.1', true],
  ['1*2.168.0.1', '193.168.0.1', false],
  ['1*2.168.0.1', '192.168.0.10', false],
  ['10.0.0.1', '10.0.0.1', true],
  ['10.0.0.1', '::ffff:10.0.0.1', true],
  ['10.0.0.1', '10.0.0.10', false],
  ['10.0.0.0/8', '10.255.1.2', true],
  ['10.0.0.7/30', '10.0.0.4', true],
  ['10.0.0.7/30', '10.0.0.8', false],
  ['::ffff:10.0.0.0/104', '10.9.9.9', true],
  ['2001:db8::/32', '2001:db8:9::1', true],
  ['2001:db8::/32', '2001:db9::1', false],
  ['2001:DB8::1', '2001:db8:0:0::1', true],
  ['10.0.0.*', '2001:db8::1', false],
  ['10.0.0.0/8', 'unknown', false],
])('C7: %s means %s: %s', (pattern, ip, expected) => {
  expect(meant(pattern, ip)).toBe(expected);
});

test.each([
  '*',
  '*.*.*.*',
  '0.0.0.0/0',
  '::/0',
  '::ffff:0.0.0.0/96',
  '10.0.0.0/33',
  '10.0.0/8',
  '10.0.0.0/8/8',
  '10.0.0.0/-1',
  '10.0.0.0/x',
  '10.0.0',
  '10.0.*.5.1',
  '10.0.*5',
  '300.1.1.1',
  'a.b.c.*',
  '2001:db8::*',
  '',
  ' ',
  '*'.repeat(10_000),
])('C7: %j is no pattern', (pattern) => {
  expect(parseIpPattern(pattern)).toBeNull();
});

test.each([
  [' 192.168.* ', '192.168.*.*'],
  ['1**2.0.0.1', '1*2.0.0.1'],
  ['10.1.2.3/8', '10.0.0.0/8'],
  ['2001:DB8:0::/48', '2001:db8::/48'],
])('C7: %j is kept as %j, so that the same pattern is not kept twice', (typed, text) => {
  expect(parseIpPattern(typed)?.text).toBe(text);
});

const address = fc.oneof(fc.ipV4(), fc.ipV6());

test('C7: every address is meant by itself, by its networks and by the pattern of its masked form', () => {
  fc.assert(
    fc.property(address, fc.integer({ min: 1, max: 32 }), (ip, bits) => {
      expect(meant(ip, ip)).toBe(true);
      if (!ip.includes('.')) expect(meant(`${ip}/${bits}`, ip)).toBe(true);
      const masked = patternForMasked(maskIp(ip));
      expect(masked !== null && meant(masked, ip)).toBe(true);
    }),
  );
});

test('C7: any text is a pattern or none, and a pattern reads back from its own spelling', () => {
  const typed = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'0123456789.*/:af'), maxLength: 24 }),
    address,
  );
  fc.assert(
    fc.property(typed, address, (text, ip) => {
      const pattern = parseIpPattern(text);
      if (!pattern) return;
      expect(parseIpPattern(pattern.text)).toEqual(pattern);
      expect(typeof ipMatches(pattern, ip)).toBe('boolean');
    }),
    { numRuns: 1_000 },
  );
});
