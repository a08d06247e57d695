import { expect, test } from 'vitest';
import { remembering } from './remembering.ts';

test('asks once for what it remembers, and forgets what was not asked for longest', () => {
  const asked: string[] = [];
  const read = remembering(2, (text) => {
    asked.push(text);
    return text.length;
  });
  expect(['a', 'bb', 'a', 'ccc', 'a', 'bb'].map(read)).toEqual([1, 2, 1, 3, 1, 2]);
  expect(asked).toEqual(['a', 'bb', 'ccc', 'bb']);
});
