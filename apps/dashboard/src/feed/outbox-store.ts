import type { AgentId, MessageId } from '@vetrina/protocol/ids';
import type { Outgoing } from './outbox.ts';

/** Where messages wait until the server has them; outlives reloads and closed tabs. */
export interface OutboxStore {
  load(): Promise<readonly Outgoing[]>;
  /** Resolves once it is on the disk, as far as the browser tells. */
  keep(message: Outgoing): Promise<void>;
  forget(id: MessageId): Promise<void>;
}

const MESSAGES = 'messages';

/** What the store needs of a window; either may be forbidden. */
export type OutboxPlaces = Pick<Window & typeof globalThis, 'indexedDB' | 'localStorage'>;

/**
 * The browser's database, one per agent: who signs in next on this machine finds nothing of the one before. It takes a moment
 * to say that a message is kept, and a page may be gone by then; until it does, the message stands in a journal that takes it
 * at once. Where there is no database, the journal alone keeps it.
 */
export function openOutboxStore(agent: AgentId, places: OutboxPlaces): OutboxStore {
  const name = `vetrina-outbox-${agent}`;
  const journal = openJournal(places, `${name}-`);
  const opening = new Promise<IDBDatabase>((resolve) => resolve(open(places.indexedDB, name)));
  // Asked by every use below; on its own a refusal must not count as unhandled.
  opening.catch(() => undefined);
  const change = async (edit: (messages: IDBObjectStore) => void): Promise<void> => {
    const database = await opening;
    const change = database.transaction(MESSAGES, 'readwrite', { durability: 'strict' });
    edit(change.objectStore(MESSAGES));
    await new Promise<void>((resolve, reject) => {
      change.oncomplete = () => resolve();
      change.onabort = () => reject(change.error);
    });
  };
  const keep = async (message: Outgoing): Promise<void> => {
    const isNoted = journal.note(message);
    try {
      await change((messages) => messages.put(message));
      journal.erase(message.id);
    } catch (reason) {
      if (!isNoted) throw reason;
    }
  };
  const kept = async (): Promise<Outgoing[]> => {
    const database = await opening;
    return ask(database.transaction(MESSAGES).objectStore(MESSAGES).getAll() as IDBRequest<Outgoing[]>);
  };
  return {
    keep,
    async load() {
      const noted = journal.all();
      const messages = await kept().catch(() => []);
      const left = noted.filter(({ id }) => !messages.some((message) => message.id === id));
      for (const message of noted) keep(message).catch(() => undefined);
      return [...messages, ...left];
    },
    forget(id) {
      journal.erase(id);
      return change((messages) => messages.delete(id));
    },
  };
}

/** Messages by id in a storage that answers at once; one that is forbidden or full takes nothing and has nothing. */
function openJournal(places: OutboxPlaces, prefix: string) {
  const trying = <Answer>(work: (storage: Storage) => Answer, otherwise: Answer): Answer => {
    try {
      return work(places.localStorage);
    } catch {
      return otherwise;
    }
  };
  return {
    note: (message: Outgoing): boolean =>
      trying((storage) => {
        storage.setItem(prefix + message.id, JSON.stringify(message));
        return true;
      }, false),
    erase: (id: MessageId): void => trying((storage) => storage.removeItem(prefix + id), undefined),
    all: (): Outgoing[] =>
      trying((storage) => {
        const keys = Array.from({ length: storage.length }, (_, nth) => storage.key(nth) ?? '');
        const own = keys.filter((key) => key.startsWith(prefix));
        return own.map((key) => JSON.parse(storage.getItem(key) ?? '') as Outgoing);
      }, []),
  };
}

function open(databases: IDBFactory, name: string): Promise<IDBDatabase> {
  const request = databases.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(MESSAGES, { keyPath: 'id' });
  return ask(request);
}

function ask<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
