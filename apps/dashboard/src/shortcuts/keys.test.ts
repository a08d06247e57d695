import { expect, test } from 'vitest';
import en from '../i18n/en.json' with { type: 'json' };
import { isLetterKey, keyCaps, PATIENCE, pressOf, stepKeys } from './key-press.ts';
import { GO_TO, SHORTCUT_LIST } from './shortcut-table.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  pressOf({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

test('D2: a press is named as the table names it', () => {
  expect(press('?', { shiftKey: true })).toBe('?');
  expect(press('k', { ctrlKey: true })).toBe('mod+k');
  expect(press('k', { metaKey: true })).toBe('mod+k');
  expect(press('Z', { metaKey: true, shiftKey: true })).toBe('mod+shift+z');
  expect(press('Enter', { ctrlKey: true })).toBe('mod+Enter');
  expect(press('Enter', { shiftKey: true })).toBe('shift+Enter');
  expect(press('Delete')).toBe('Delete');
});

test('D2: Caps Lock and other alphabets press the same key, Shift another, Alt none of ours', () => {
  expect(press('J')).toBe('j');
  expect(press('J', { shiftKey: true })).toBe('J');
  expect(press('л', { code: 'KeyK', ctrlKey: true })).toBe('mod+k');
  expect(press('ж', { code: 'Semicolon' })).toBe('ж');
  expect(press('@', { altKey: true, ctrlKey: true })).toBeNull();
  for (const key of ['Shift', 'Control', 'Dead']) expect(press(key)).toBeNull();
});

test('D2: two keys one after the other, within patience; a wrong second one does nothing of its own', () => {
  const starts = new Set(['g']);
  const first = stepKeys(null, 'g', 0, starts);
  expect(first).toEqual({ pending: { press: 'g', at: 0 }, keys: null });
  expect(stepKeys(first.pending, 'v', PATIENCE, starts)).toEqual({ pending: null, keys: 'g v' });
  expect(stepKeys(first.pending, 'n', 10, starts).keys).toBe('g n');
  expect(stepKeys(first.pending, 'v', PATIENCE + 1, starts)).toEqual({ pending: null, keys: 'v' });
  expect(stepKeys(first.pending, 'g', 10, starts).keys).toBe('g g');
});

test('D2: what counts as a letter can be switched off, everything else cannot', () => {
  expect(['?', '/', 'r', 'g v', 'g ,'].every(isLetterKey)).toBe(true);
  expect(['mod+k', 'Delete', 'shift+Enter', 'ArrowUp'].some(isLetterKey)).toBe(false);
});

test('D2: keys are shown as they are printed on this machine', () => {
  expect(keyCaps('mod+shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keyCaps('mod+k', true)).toEqual(['⌘', 'K']);
  expect(keyCaps('+', false)).toEqual(['+']);
  expect(keyCaps('PageUp', false)).toEqual(['Page Up']);
});

const wordsOf = (key: string): unknown =>
  key.split('.').reduce<unknown>((tree, part) => (tree as Record<string, unknown> | undefined)?.[part], en);

test('D2: every key has words, and no two of one place do the same', () => {
  for (const { words } of SHORTCUT_LIST) expect(wordsOf(words), words).toBeTypeOf('string');
  const taken = new Map<string, string>();
  for (const { id, where, keys } of SHORTCUT_LIST) {
    for (const each of keys) {
      const places = where === 'everywhere' || where === 'go' ? ['visitors', 'conversations', 'canvas'] : [where];
      for (const place of places) {
        expect(taken.get(`${place} ${each}`), `${place} ${each}`).toBeUndefined();
        taken.set(`${place} ${each}`, id);
      }
    }
  }
  // Whatever begins a sequence does nothing by itself.
  const starts = SHORTCUT_LIST.flatMap(({ keys }) => keys).flatMap((each) => each.match(/^\S+(?= )/)?.[0] ?? []);
  expect(SHORTCUT_LIST.flatMap(({ keys }) => [...keys]).filter((each) => starts.includes(each))).toEqual([]);
});

test('D2: every way to a screen has its address', () => {
  const ways = SHORTCUT_LIST.filter(({ where }) => where === 'go').map(({ id }) => id);
  expect(Object.keys(GO_TO)).toEqual(ways);
});
