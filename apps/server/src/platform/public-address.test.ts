import { expect, test } from 'vitest';
import { isPublicIp, publicAddressOf } from './public-address.ts';

test.each([
  ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1'],
  ...['::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1', 'ff02::1'],
  ...['not an address', ''],
])('A7: a webhook does not reach %s', (ip) => {
  expect(isPublicIp(ip)).toBe(false);
});

test.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '2606:2800:220:1::1'])('A7: it reaches %s', (ip) => {
  expect(isPublicIp(ip)).toBe(true);
});

test('A7: a name is looked up, and addresses are taken as they are', async () => {
  expect(await publicAddressOf('localhost')).toBeNull();
  expect(await publicAddressOf('[::1]')).toBeNull();
  expect(await publicAddressOf('8.8.8.8')).toEqual({ ip: '8.8.8.8', family: 4 });
  expect(await publicAddressOf('[2606:2800:220:1::1]')).toEqual({ ip: '2606:2800:220:1::1', family: 6 });
});
