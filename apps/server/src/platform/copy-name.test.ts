import { expect, test } from 'vitest';
import { copyName } from './copy-name.ts';

test.each([
  ['Greeting', [], 'Greeting 2'],
  ['Greeting', ['Greeting 2', 'Greeting 3'], 'Greeting 4'],
  ['Greeting 2', ['Greeting', 'Greeting 2'], 'Greeting 3'],
  ['x'.repeat(80), [], `${'x'.repeat(76)} 2`],
  [`${'x'.repeat(75)}😀`, [], `${'x'.repeat(75)} 2`],
])('a copy of %s beside %j is called %s', (name, taken, copy) => {
  expect(copyName(name, taken, 80)).toBe(copy);
});
