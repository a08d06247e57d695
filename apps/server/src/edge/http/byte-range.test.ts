import { expect, test } from 'vitest';
import { byteRange } from './byte-range.ts';

test.each([
  [undefined, 'everything'],
  ['bytes=0-', { from: 0, to: 99 }],
  ['bytes=0-0', { from: 0, to: 0 }],
  ['bytes=10-19', { from: 10, to: 19 }],
  ['bytes=90-500', { from: 90, to: 99 }],
  ['bytes=-10', { from: 90, to: 99 }],
  ['bytes=-500', { from: 0, to: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=20-10', 'everything'],
  ['bytes=-', 'everything'],
  ['bytes=0-1,5-6', 'everything'],
  ['lines=0-1', 'everything'],
  ['bytes=9999999999999999999-', 'everything'],
])('C4: of 100 bytes, %s asks for %j', (header, expected) => {
  expect(byteRange(header, 100)).toEqual(expected);
});

test.each(['bytes=-1', 'bytes=0-', 'bytes=0-0', 'bytes=-0'])(
  'bad input: an empty file has no part for %s',
  (header) => {
    expect(byteRange(header, 0)).toBe('unsatisfiable');
  },
);
