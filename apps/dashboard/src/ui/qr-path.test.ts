import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrPath } from './qr-path.ts';

/** Paints the path's runs back onto modules. */
function painted(path: string, size: number): boolean[][] {
  const modules = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    modules[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  }
  return modules;
}

test('T1: the QR code that is drawn is the one that was encoded, with a quiet zone around it', () => {
  const address = 'otpauth://totp/Vetrina:marco@bottega.example?secret=JBSWY3DPEHPK3PXP&issuer=Vetrina';
  const { size, path } = qrPath(address);
  expect(painted(path, size)).toEqual(encode(address, { ecc: 'M', border: 4 }).data);
  expect(painted(path, size).slice(0, 4).flat()).not.toContain(true);
});
