import type { AgentId, MessageId } from '@vetrina/protocol/ids';
import { expect, test } from 'vitest';
import type { Outgoing } from './outbox.ts';
import { type OutboxPlaces, openOutboxStore } from './outbox-store.ts';

const ANNA = 'ag-anna' as AgentId;
const BRUNO = 'ag-bruno' as AgentId;

const message = (id: string): Outgoing => ({
  ...{ id: id as MessageId, audience: 'everyone', file: null, madeAt: 1, refusal: null },
  ...{ to: { to: 'visitor', visitor: 'vi' as never }, saying: { kind: 'text', text: id } },
});

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (nth) => [...kept.keys()][nth] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

/** A browser whose database never answers, as when a page is gone before it does. */
const slow = (localStorage: Storage): OutboxPlaces => ({
  indexedDB: { open: () => ({}) } as unknown as IDBFactory,
  localStorage,
});

/** A browser that has none. */
const without = (localStorage: Storage): OutboxPlaces => ({
  get indexedDB(): IDBFactory {
    throw new DOMException('denied', 'SecurityError');
  },
  localStorage,
});

const idsOf = (messages: readonly Outgoing[]) => messages.map(({ id }) => id);

test('C3: what was said as the page went is there on the next one, of the same agent alone', async () => {
  const browser = storage();
  void openOutboxStore(ANNA, slow(browser)).keep(message('m1'));
  expect(idsOf(await openOutboxStore(ANNA, without(browser)).load())).toEqual(['m1']);
  expect(await openOutboxStore(BRUNO, without(browser)).load()).toEqual([]);
});

test('C3: a browser without a database keeps what is said all the same, until it is acknowledged', async () => {
  const browser = storage();
  const store = openOutboxStore(ANNA, without(browser));
  await store.keep(message('m1'));
  await store.keep(message('m2'));
  await store.forget('m1' as MessageId).catch(() => undefined);
  expect(idsOf(await openOutboxStore(ANNA, without(browser)).load())).toEqual(['m2']);
});

test('C3: where nothing may be kept it is said so', async () => {
  const full = {
    ...storage(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  await expect(openOutboxStore(ANNA, without(full)).keep(message('m1'))).rejects.toThrow('denied');
});
