import { describe, expect, test } from 'vitest';
import { idOf } from '../fake-chat-server.ts';
import type { OutboxItem } from './outbox-item.ts';
import { journalled, memoryStorage, type OutboxStore, outboxStore, storageOutbox } from './outbox-store.ts';

const item = (name: string, at: number, nth = 1): OutboxItem => ({
  frame: { type: 'say', id: idOf(name), saying: { kind: 'text', text: name } },
  ...{ at, nth, by: null, state: { is: 'waiting' }, card: null },
});
const names = (items: readonly OutboxItem[]) => items.map(({ frame }) => frame.id.replaceAll('_', ''));

describe.each([
  ['storage', () => storageOutbox(memoryStorage(), 'key')],
  [
    'journal and store',
    () => journalled(storageOutbox(memoryStorage(), 'a'), Promise.resolve(storageOutbox(memoryStorage(), 'b'))),
  ],
] as const)('C3: the outbox kept in %s', (_name, open) => {
  test('gives its items in the order of writing, whoever wrote them', async () => {
    const store = open();
    for (const one of [item('c', 2), item('a', 1), item('b', 1, 2)]) await store.put(one);
    expect(names(await store.all())).toEqual(['a', 'b', 'c']);
  });

  test('replaces under the same id and removes', async () => {
    const store = open();
    await store.put(item('a', 1));
    await store.put({ ...item('a', 1), state: { is: 'failed', code: 'blocked' } });
    expect(await store.all()).toMatchObject([{ state: { is: 'failed' } }]);
    await store.remove(idOf('a'));
    expect(await store.all()).toEqual([]);
  });

  test('tells one of those who remove the same that it was there', async () => {
    const store = open();
    await store.put(item('a', 1));
    expect(await Promise.all([store.remove(idOf('a')), store.remove(idOf('a'))])).toEqual([true, false]);
  });
});

test('C3: what a page left in the journal is sent by the next one', async () => {
  const journal = storageOutbox(memoryStorage(), 'key');
  const store = storageOutbox(memoryStorage(), 'key');
  const slow: OutboxStore = { ...store, put: () => new Promise(() => undefined) };
  journalled(journal, Promise.resolve(slow))
    .put(item('a', 1))
    .catch(() => undefined);
  expect(names(await journalled(journal, Promise.resolve(store)).all())).toEqual(['a']);
  expect(names(await store.all())).toEqual(['a']);
  expect(await journal.all()).toEqual([]);
});

test('C3: what is written before the store has opened is left in the journal at once', () => {
  const journal = storageOutbox(memoryStorage(), 'key');
  journalled(journal, new Promise(() => undefined))
    .put(item('a', 1))
    .catch(() => undefined);
  return expect(journal.all().then(names)).resolves.toEqual(['a']);
});

test.each([
  ['never opens', { open: () => ({}) }],
  ['is forbidden', undefined],
])('C3: a database that %s keeps no message waiting', async (_name, indexedDB) => {
  const w = { localStorage: memoryStorage(), indexedDB } as unknown as Window & typeof globalThis;
  const timers: (() => void)[] = [];
  const store = outboxStore(w, 'key', (_ms, task) => {
    timers.push(task);
    return () => undefined;
  });
  const putting = store.put(item('a', 1));
  for (const task of timers) task();
  await putting;
  expect(names(await store.all())).toEqual(['a']);
  await store.remove(idOf('a'));
  expect(await store.all()).toEqual([]);
});

test("C3: accounts on one site have each their own, and a stranger's entry is passed over", async () => {
  const storage = memoryStorage();
  storage.setItem('vetrina_outbox_one_x', 'not json');
  await storageOutbox(storage, 'one').put(item('a', 1));
  expect(names(await storageOutbox(storage, 'one').all())).toEqual(['a']);
  expect(await storageOutbox(storage, 'two').all()).toEqual([]);
});
