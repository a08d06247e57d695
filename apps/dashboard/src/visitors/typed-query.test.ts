import { expect, test } from 'vitest';
import { ask, follow, lastAsked, type, typedFrom } from './typed-query.ts';

test('V5: what is typed while the address still follows stays in the box', () => {
  const first = ask(type(typedFrom(''), 'an'));
  const more = type(first, 'anna');
  const followed = follow(more, 'an');

  expect(followed.text).toBe('anna');
  expect(lastAsked(followed)).toBe('an');
});

test('V5: an address that follows late does not bring back an earlier search', () => {
  const both = ask(type(ask(type(typedFrom(''), 'an')), 'anna'));

  const late = follow(both, 'an');
  expect(late.text).toBe('anna');
  expect(lastAsked(late)).toBe('anna');
  expect(follow(late, 'anna')).toEqual(typedFrom('anna'));
});

test('V5: a search that was overtaken is not waited for', () => {
  const both = ask(type(ask(type(typedFrom(''), 'an')), 'anna'));

  expect(follow(both, 'anna')).toEqual(typedFrom('anna'));
});

test('V5: Back, a link and a button of the empty list change what stands in the box', () => {
  const settled = follow(ask(type(typedFrom(''), 'anna')), 'anna');

  expect(follow(type(settled, 'anna b'), '')).toEqual(typedFrom(''));
});
