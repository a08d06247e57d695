import { expect, test } from 'vitest';
import { createSupportStore } from './support-store.ts';

test('S1: an answer is news only while the chat is hidden, and until it is opened', () => {
  const store = createSupportStore();
  const seen: string[] = [];
  store.subscribe(() => seen.push(store.state()));
  for (const next of ['answered', 'open', 'answered', 'hidden', 'answered', 'open', 'none'] as const)
    store.become(next);
  expect(seen).toEqual(['none', 'open', 'open', 'hidden', 'answered', 'open', 'none']);
});
