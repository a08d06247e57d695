import { expect, test } from 'vitest';
import { maskAddresses } from './mask-addresses.ts';

test.each([
  ['Recipient anna@shop.example refused', 'Recipient a…@shop.example refused'],
  ['to=<o\'anna+x@shop.example>,"b@b.example"', 'to=<o\'a…@shop.example>,"b…@b.example"'],
  ['user@', 'u…@'],
  ['no address @ all', 'no address @ all'],
  ['connect ECONNREFUSED 127.0.0.1:25', 'connect ECONNREFUSED 127.0.0.1:25'],
])('bad input: %j is logged as %j', (said, logged) => {
  expect(maskAddresses(said)).toBe(logged);
});

test('bad input: a long text without addresses is read once', () => {
  const began = performance.now();
  maskAddresses('x'.repeat(20_000));
  expect(performance.now() - began).toBeLessThan(1_000);
});
