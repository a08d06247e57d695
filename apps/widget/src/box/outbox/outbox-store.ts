import type { MessageId } from '@vetrina/protocol/ids';
import { inOrder, type OutboxItem } from './outbox-item.ts';

/** Where the outbox keeps its items, for all tabs of the browser. Putting the same id again replaces the item. */
export interface OutboxStore {
  /** In the order of sending. */
  all(): Promise<OutboxItem[]>;
  put(item: OutboxItem): Promise<void>;
  remove(id: MessageId): Promise<void>;
}

/** One entry per item, so that tabs never overwrite each other. Writes are done when the call returns. */
export function storageOutbox(storage: Storage, key: string): OutboxStore {
  const prefix = `vetrina_outbox_${key}_`;
  return {
    async all() {
      const names = Array.from({ length: storage.length }, (_, index) => storage.key(index));
      const mine = names.filter((name): name is string => name?.startsWith(prefix) ?? false);
      return inOrder(mine.flatMap((name) => readItem(storage.getItem(name))));
    },
    async put(item) {
      storage.setItem(prefix + item.frame.id, JSON.stringify(item));
    },
    async remove(id) {
      storage.removeItem(prefix + id);
    },
  };
}

function readItem(text: string | null): OutboxItem[] {
  try {
    const item = JSON.parse(text ?? '') as OutboxItem;
    return item.frame.id ? [item] : [];
  } catch {
    return [];
  }
}

const ITEMS = 'items';

export function indexedOutbox(db: IDBDatabase): OutboxStore {
  const run = <Value>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      const transaction = db.transaction(ITEMS, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(ITEMS));
      // Only a finished transaction is on disk.
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  return {
    all: async () => inOrder((await run('readonly', (store) => store.getAll())) as OutboxItem[]),
    async put(item) {
      await run('readwrite', (store) => store.put(item, item.frame.id));
    },
    async remove(id) {
      await run('readwrite', (store) => store.delete(id));
    },
  };
}

export function openDatabase(factory: IDBFactory, key: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = factory.open(`vetrina-${key}`, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(ITEMS);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(opening.error);
  });
}

/**
 * Writes into the journal first, which is done at once, then into the slower store: a page that is left right after "Send"
 * is gone before IndexedDB has finished. What a page left in the journal is moved on by the next one.
 */
export function journalled(journal: OutboxStore, store: OutboxStore): OutboxStore {
  return {
    async all() {
      const left = await journal.all();
      for (const item of left) {
        await store.put(item);
        await journal.remove(item.frame.id);
      }
      return store.all();
    },
    async put(item) {
      await journal.put(item).catch(() => undefined);
      await store.put(item);
      await journal.remove(item.frame.id);
    },
    async remove(id) {
      await journal.remove(id);
      await store.remove(id);
    },
  };
}

/** The best this browser has: both, one of them, or the page's memory where sites may keep nothing. */
export async function openOutboxStore(w: Window & typeof globalThis, key: string): Promise<OutboxStore> {
  const journal = storageOutbox(usableStorage(w), key);
  try {
    return journalled(journal, indexedOutbox(await openDatabase(w.indexedDB, key)));
  } catch {
    return journal;
  }
}

/** A store that is still being opened. */
export function laterStore(opening: Promise<OutboxStore>): OutboxStore {
  return {
    all: async () => (await opening).all(),
    put: async (item) => (await opening).put(item),
    remove: async (id) => (await opening).remove(id),
  };
}

function usableStorage(w: Window & typeof globalThis): Storage {
  try {
    w.localStorage.setItem('vetrina_try', '1');
    w.localStorage.removeItem('vetrina_try');
    return w.localStorage;
  } catch {
    return memoryStorage();
  }
}

export function memoryStorage(): Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => void values.set(name, value),
    removeItem: (name) => void values.delete(name),
    clear: () => values.clear(),
  };
}
