import { expect, test } from 'vitest';
import { draftsIn } from './draft-store.ts';

function tabStorage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

test('C2: each conversation keeps its own draft, and a sent one leaves nothing behind', () => {
  const storage = tabStorage();
  const drafts = draftsIn(() => storage);
  drafts.write('a', 'Hello');
  drafts.write('b', 'Ciao');
  expect(drafts.read('a')).toBe('Hello');
  drafts.write('a', '');
  expect([drafts.read('a'), drafts.read('b'), storage.kept.size]).toEqual(['', 'Ciao', 1]);
});

test('T1: at the end of a session no draft stays, and nothing else goes', () => {
  const storage = tabStorage();
  storage.setItem('somebody else’s', 'x');
  const drafts = draftsIn(() => storage);
  for (const of of ['anna a', 'anna b', 'bruno a']) drafts.write(of, 'Hello');
  drafts.clear();
  expect([...storage.kept.keys()]).toEqual(['somebody else’s']);
});

test('C2: a browser that refuses storage still writes messages', () => {
  const drafts = draftsIn(() => {
    throw new DOMException('no', 'SecurityError');
  });
  drafts.write('a', 'Hello');
  drafts.clear();
  expect(drafts.read('a')).toBe('');
});
