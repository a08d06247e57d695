import { expect, test } from 'vitest';
import { fillPath, readRefusal, writeQuery } from './wire.ts';

test('T4: names in a path are filled in, and cannot lead elsewhere', () => {
  expect(fillPath('/api/v1/visitors/:visitor/block', { visitor: 'a/../b?c' })).toBe(
    '/api/v1/visitors/a%2F..%2Fb%3Fc/block',
  );
});

test('P: a refusal is told from what a proxy says', () => {
  const refusal = { code: 'plan_required', message: 'x', retry: false, plan: 'STANDARD' };
  expect(readRefusal(refusal)).toEqual(refusal);
  for (const other of [null, 'Bad Gateway', [], {}, { code: 502 }, { code: 'toString' }]) {
    expect(readRefusal(other)).toBeNull();
  }
});

test('T4: a query carries what was said and nothing else', () => {
  expect(writeQuery({ text: 'a&b=c', limit: 50, agent: undefined })).toBe('?text=a%26b%3Dc&limit=50');
  expect(writeQuery({ agent: undefined })).toBe('');
  expect(writeQuery()).toBe('');
});
