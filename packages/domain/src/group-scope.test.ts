import { expect, it } from 'vitest';
import { sees } from './group-scope.ts';

it.each([
  ['an agent without groups sees everyone', [], null, true],
  ['an agent without groups sees a group', [], 'sales', true],
  ['an agent sees the own groups', ['sales', 'help'], 'help', true],
  ['an agent with groups sees no other group', ['sales'], 'help', false],
  ['an agent with groups sees nobody who belongs to none', ['sales'], null, false],
])('T1: %s', (_rule, groups, group, seen) => {
  expect(sees(groups, group)).toBe(seen);
});
