import type { TrackingMode } from '@vetrina/protocol/http/account';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIp } from './ip-address.ts';
import { maskIp, type PrivacySignals, trackingFor } from './privacy.ts';

test.each([
  ['203.0.113.7', '203.0.113.0'],
  ['::ffff:203.0.113.7', '203.0.113.0'],
  ['::ffff:cb00:7107', '203.0.113.0'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::'],
  ['fe80::1%eth0', 'fe80::'],
  ['::1', '::'],
  ['unknown', ''],
  ['203.0.113.7, 10.0.0.1', ''],
  ['', ''],
])('T3: %j is stored as %j', (ip, masked) => {
  expect(maskIp(ip)).toBe(masked);
});

test('T3: two people in one network are stored alike, and masking twice changes nothing', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.nat(255), (ip, last) => {
      const neighbour = ip.replace(/\d+$/, `${last}`);
      expect(maskIp(neighbour)).toBe(maskIp(ip));
      expect(maskIp(maskIp(ip))).toBe(maskIp(ip));
    }),
  );
  fc.assert(
    fc.property(fc.ipV6(), (ip) => {
      const masked = maskIp(ip);
      expect(maskIp(masked)).toBe(masked);
      const address = parseIp(masked);
      if (address?.version === 6) expect(address.parts.slice(3)).toEqual([0, 0, 0, 0, 0]);
    }),
  );
});

const silent: PrivacySignals = { globalPrivacyControl: false, doNotTrack: false, consent: null };

test.each<[TrackingMode, Partial<PrivacySignals>, boolean, string]>([
  ['full', {}, true, 'full'],
  ['full', { globalPrivacyControl: true }, true, 'count'],
  ['full', { doNotTrack: true }, true, 'count'],
  ['full', { globalPrivacyControl: true, doNotTrack: true }, false, 'full'],
  ['full', { globalPrivacyControl: true, consent: true }, true, 'full'],
  ['full', { consent: false }, false, 'count'],
  ['consent', {}, true, 'none'],
  ['consent', { consent: false }, true, 'none'],
  ['consent', { consent: true }, true, 'full'],
  ['chat-only', { consent: true }, true, 'none'],
  ['count-only', { consent: true }, true, 'count'],
])('T3: %s with %j, signals respected: %s, means %s', (trackingMode, said, respectPrivacySignals, expected) => {
  expect(trackingFor({ trackingMode, respectPrivacySignals }, { ...silent, ...said })).toBe(expected);
});

test('T3: a signal never makes more be seen', () => {
  const order = ['none', 'count', 'full'];
  const modes = fc.constantFrom<TrackingMode>('full', 'consent', 'chat-only', 'count-only');
  fc.assert(
    fc.property(modes, fc.boolean(), fc.option(fc.boolean()), (trackingMode, respectPrivacySignals, consent) => {
      const seen = (signal: boolean) =>
        order.indexOf(
          trackingFor(
            { trackingMode, respectPrivacySignals },
            { globalPrivacyControl: signal, doNotTrack: signal, consent },
          ),
        );
      expect(seen(true)).toBeLessThanOrEqual(seen(false));
    }),
  );
});
