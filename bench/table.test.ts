import { expect, test } from 'vitest';
import { atLeast, atMost, isReached, readable, toConsole, toMarkdown } from './table.ts';

const table = {
  title: 'Sums',
  about: 'Twice.',
  rows: [
    { what: 'add', value: 0.25, unit: 'µs', target: atMost(1), baseline: { what: 'by hand', value: 5 } },
    { what: 'a | b', value: 3, unit: '/s', target: atLeast(4) },
  ],
};

test('table: a figure stands beside its target and the plain way', () => {
  const text = toMarkdown(table);
  expect(text).toContain('| add | 0.25 µs | ≤ 1 µs | reached | 5 µs (by hand) | 20× |  |');
  expect(text).toContain('| a \\| b | 3 /s | ≥ 4 /s | MISSED |  |  |  |');
});

test('table: a void figure is neither reached nor missed, and says why', () => {
  const row = { what: 'add', value: 9, unit: 'µs', target: atMost(1), void: 'nobody listened' };
  expect(toMarkdown({ ...table, rows: [row] })).toContain('| add | 9 µs | ≤ 1 µs | void |  |  | nobody listened |');
});

test('table: columns line up on a terminal', () => {
  const [, , , head = '', first = ''] = toConsole(table).split('\n');
  expect(first.indexOf('≤ 1')).toBe(head.indexOf('target'));
});

test('table: on the target is reached, no target always is', () => {
  expect(isReached({ what: '', value: 1, unit: '', target: atMost(1) })).toBe(true);
  expect(isReached({ what: '', value: 1, unit: '', target: atLeast(2) })).toBe(false);
  expect(isReached({ what: '', value: 1, unit: '' })).toBe(true);
});

test.each([
  [0.123456, '0.123'],
  [123_456, '123,000'],
  [Number.NaN, '–'],
])('table: %s reads %s', (value, text) => {
  expect(readable(value)).toBe(text);
});
