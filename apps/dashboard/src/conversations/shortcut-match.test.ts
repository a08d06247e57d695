import type { Shortcut } from '@vetrina/protocol/http/conversations';
import { expect, test } from 'vitest';
import { askedShortcut, matchShortcuts } from './shortcut-match.ts';

const shortcut = (name: string, text = ''): Shortcut => ({ id: name as Shortcut['id'], name, text, scope: 'personal' });

test('C4: a shortcut is asked for by / or . at the start of a message only', () => {
  expect(askedShortcut('/')).toBe('');
  expect(askedShortcut('.rés')).toBe('rés');
  for (const text of ['', 'a/b', '/a b', '...', '//', '/a\n']) expect(askedShortcut(text), text).toBeNull();
});

test('C4: names that begin with what was typed come first, accents and case do not matter', () => {
  const all = [shortcut('hello', 'Orari'), shortcut('Orario'), shortcut('bye'), shortcut('oràrio2')];
  expect(matchShortcuts(all, 'ORA').map(({ name }) => name)).toEqual(['Orario', 'oràrio2', 'hello']);
  expect(matchShortcuts(all, 'zz')).toEqual([]);
});
