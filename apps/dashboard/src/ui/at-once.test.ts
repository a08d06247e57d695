import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { showAtOnce } from './at-once.ts';

const KEY = ['preferences'];

function stored<T>(value: T) {
  const client = new QueryClient();
  client.setQueryData(KEY, value);
  return { client, shown: () => client.getQueryData(KEY) };
}

test('a choice shows before the server has answered, and goes back if it refuses', () => {
  const { client, shown } = stored({ theme: 'light' });
  const takeBack = showAtOnce(client, KEY, { theme: 'dark' });
  expect(shown()).toEqual({ theme: 'dark' });
  takeBack();
  expect(shown()).toEqual({ theme: 'light' });
});

test('a refusal does not take back what was chosen after it', () => {
  const { client, shown } = stored({ theme: 'light' });
  const takeBack = showAtOnce(client, KEY, { theme: 'dark' });
  showAtOnce(client, KEY, { theme: 'auto' });
  takeBack();
  expect(shown()).toEqual({ theme: 'auto' });
});
