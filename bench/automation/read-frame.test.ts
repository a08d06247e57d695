import { expect, test } from 'vitest';
import { readFrame } from './read-frame.ts';

test('read frame: the rules of a page are counted, and their bytes', () => {
  const text = JSON.stringify({
    type: 'rules',
    rules: [{ id: `ru${'a'.repeat(22)}` }, { id: `ru${'b'.repeat(22)}`, é: 1 }],
  });
  expect(readFrame(text)).toEqual({ says: 'rules', rules: 2, bytes: text.length + 1 });
});

test.each([
  [{ type: 'automatic-message', message: { id: 'x' } }, 'written'],
  [{ type: 'automatic-message', message: null }, 'something-else'],
  [{ type: 'rule-held', rule: 'x', until: null }, 'held'],
  [{ type: 'box', box: { state: 'online' } }, 'something-else'],
])('read frame: %j says %s', (frame, says) => {
  expect(readFrame(JSON.stringify(frame)).says).toBe(says);
});
