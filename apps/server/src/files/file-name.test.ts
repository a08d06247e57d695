import { LIMITS } from '@vetrina/protocol/limits';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test.each([
  ['photo.png', 'photo.png'],
  ['Citt%C3%A0%20%E2%9C%93.pdf', 'Città ✓.pdf'],
  ['..%2F..%2Fetc%2Fpasswd', 'passwd'],
  ['C%3A%5CUsers%5Canna%5Cscan.pdf', 'scan.pdf'],
  ['.htaccess', 'htaccess'],
  ['a%0D%0AX-Evil%3A%201.png', 'a_X-Evil_ 1.png'],
  ['gpj.%E2%80%AEexe.png', 'gpj._exe.png'],
  ['<img src=x>.png', '_img src=x_.png'],
  ['100%.txt', '100%.txt'],
  ['.png', 'png'],
  ['', 'file'],
  [undefined, 'file'],
])('C4: %j is kept as %j', (header, kept) => {
  expect(fileName(header)).toBe(kept);
});

test('C4: a name made of spaces takes no longer than another', () => {
  const began = performance.now();
  expect(fileName(`a${' '.repeat(15_000)}b.png`)).toHaveLength(LIMITS.fileName);
  expect(performance.now() - began).toBeLessThan(100);
});

test('C4: whatever is sent, a name is short, well formed, and no path', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (sent) => {
      const name = fileName(sent);
      expect(name.length).toBeLessThanOrEqual(LIMITS.fileName);
      expect(name.isWellFormed()).toBe(true);
      expect(name).toMatch(/^[^\\/<>:"|?*\p{Cc}]+$/u);
    }),
  );
});
