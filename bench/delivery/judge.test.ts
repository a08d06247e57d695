import { expect, test } from 'vitest';
import { judge } from './judge.ts';

const shown = (...texts: string[]) => texts.map((text, index) => ({ seq: index + 1, text }));

test('C3: everything once and in order is faultless, whatever stands between', () => {
  expect(judge([['a', 'b']], shown('joined', 'a', 'other', 'b'))).toEqual({ lost: 0, doubled: 0, reordered: 0 });
});

test('C3: what is missing, stands twice or stands too early is seen', () => {
  expect(judge([['a', 'b']], shown('b'))).toEqual({ lost: 1, doubled: 0, reordered: 0 });
  expect(judge([['a', 'b']], shown('a', 'b', 'a'))).toEqual({ lost: 0, doubled: 1, reordered: 0 });
  expect(judge([['a', 'b']], shown('b', 'a'))).toEqual({ lost: 0, doubled: 0, reordered: 1 });
});

test('C3: a gap in the places is seen', () => {
  const holed = [
    { seq: 1, text: 'a' },
    { seq: 3, text: 'b' },
  ];
  expect(judge([['a', 'b']], holed).reordered).toBe(1);
});

test('C3: voices may stand between each other, in whatever order', () => {
  expect(judge([['a', 'b'], ['c']], shown('c', 'a', 'b'))).toEqual({ lost: 0, doubled: 0, reordered: 0 });
  expect(judge([['a', 'b'], ['c']], shown('b', 'c', 'a')).reordered).toBe(1);
});
