import { expect, test } from 'vitest';
import { badgedIcon, badgedTitle } from './unread-badge.ts';

test('C8: the title tells how much is unread, once, whatever the screen is called', () => {
  expect(badgedTitle('Visitors · Vetrina', 3)).toBe('(3) Visitors · Vetrina');
  expect(badgedTitle('(3) Visitors · Vetrina', 12)).toBe('(12) Visitors · Vetrina');
  expect(badgedTitle('(3) Visitors · Vetrina', 0)).toBe('Visitors · Vetrina');
});

test('C8: the favicon carries the number, and never more than fits', () => {
  expect(badgedIcon(0)).toBe('/favicon.svg');
  expect(decodeURIComponent(badgedIcon(4))).toContain('>4</text>');
  expect(decodeURIComponent(badgedIcon(40))).toContain('>9+</text>');
});
