import type { MessageId } from '@vetrina/protocol/ids';
import type { BoxEnv } from '../browser-env.ts';
import { inOrder, type OutboxItem } from './outbox-item.ts';

/** Where the outbox keeps its items, for all tabs of the browser. Putting the same id again replaces the item. */
export interface OutboxStore {
  /** In the order of sending. */
  all(): Promise<OutboxItem[]>;
  put(item: OutboxItem): Promise<void>;
  /** Whether it was there: of several tabs that remove the same, one hears so. */
  remove(id: MessageId): Promise<boolean>;
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
      const wasThere = storage.getItem(prefix + id) !== null;
      storage.removeItem(prefix + id);
      return wasThere;
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
      const count = await run('readwrite', (store) => {
        const before = store.count(id);
        store.delete(id);
        return before;
      });
      return count > 0;
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
 * is gone before IndexedDB has finished, or even opened. What a page left in the journal is moved on by the next one.
 *
 * @param opening null: there is no such store, the journal keeps everything
 */
export function journalled(journal: OutboxStore, opening: Promise<OutboxStore | null>): OutboxStore {
  return {
    async all() {
      const store = await opening;
      const left = await journal.all();
      if (!store) return left;
      for (const item of left) {
        await store.put(item);
        await journal.remove(item.frame.id);
      }
      return store.all();
    },
    async put(item) {
      const isLeft = await journal.put(item).then(
        () => true,
        () => false,
      );
      const store = await opening;
      if (!store && !isLeft) throw new Error('this browser keeps nothing');
      await store?.put(item);
      if (store) await journal.remove(item.frame.id);
    },
    async remove(id) {
      const wasLeft = await journal.remove(id);
      const wasKept = await (await opening)?.remove(id);
      return wasLeft || wasKept === true;
    },
  };
}

/** Some browsers never say whether a database opens; nobody's message may wait for that. */
const OPEN_MS = 3_000;

/** The best this browser has: both, one of them, or the page's memory where sites may keep nothing. */
export function outboxStore(w: Window & typeof globalThis, key: string, after: BoxEnv['after']): OutboxStore {
  const opening = new Promise<OutboxStore | null>((resolve) => {
    const none = (): void => resolve(null);
    after(OPEN_MS, none);
    try {
      openDatabase(w.indexedDB, key).then((db) => resolve(indexedOutbox(db)), none);
    } catch {
      none();
    }
  });
  return journalled(storageOutbox(usableStorage(w), key), opening);
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
