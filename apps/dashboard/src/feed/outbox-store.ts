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

/** The browser's database, one per agent: who signs in next on this machine finds nothing of the one before. */
export function openOutboxStore(agent: AgentId, databases: IDBFactory): OutboxStore {
  const opening = open(databases, `vetrina-outbox-${agent}`);
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
  return {
    async load() {
      const database = await opening;
      return ask(database.transaction(MESSAGES).objectStore(MESSAGES).getAll() as IDBRequest<Outgoing[]>);
    },
    keep: (message) => change((messages) => messages.put(message)),
    forget: (id) => change((messages) => messages.delete(id)),
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
