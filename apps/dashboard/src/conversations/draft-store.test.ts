import { expect, test } from 'vitest';
import { draftsIn } from './draft-store.ts';

test('C2: each conversation keeps its own draft, and a sent one leaves nothing behind', () => {
  const kept = new Map<string, string>();
  const drafts = draftsIn({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  });
  drafts.write('a', 'Hello');
  drafts.write('b', 'Ciao');
  expect(drafts.read('a')).toBe('Hello');
  drafts.write('a', '');
  expect([drafts.read('a'), drafts.read('b'), kept.size]).toEqual(['', 'Ciao', 1]);
});

test('C2: a browser that refuses storage still writes messages', () => {
  const refuse = (): never => {
    throw new DOMException('no', 'SecurityError');
  };
  const drafts = draftsIn({ getItem: refuse, setItem: refuse, removeItem: refuse });
  drafts.write('a', 'Hello');
  expect(drafts.read('a')).toBe('');
});
