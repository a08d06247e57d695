/** What stands in a composer and was not sent: kept for as long as this tab lives, or until its agent signs out. */
export interface DraftStore {
  /** `of`: whose draft, and to whom. */
  read(of: string): string;
  write(of: string, text: string): void;
  /** Forgets everybody's: the next one at this screen may be somebody else. */
  clear(): void;
}

const PREFIX = 'vetrina draft ';

type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** @param storageOf asking for the storage is refused where storing is */
export function draftsIn(storageOf: () => TabStorage): DraftStore {
  // A browser may refuse storage altogether, or be full: then a draft lives as long as its composer.
  const attempt = <T>(deed: (storage: TabStorage) => T, otherwise: T): T => {
    try {
      return deed(storageOf());
    } catch {
      return otherwise;
    }
  };
  return {
    read: (of) => attempt((storage) => storage.getItem(PREFIX + of) ?? '', ''),
    write: (of, text) =>
      attempt((storage) => {
        if (text === '') storage.removeItem(PREFIX + of);
        else storage.setItem(PREFIX + of, text);
      }, undefined),
    clear: () =>
      attempt((storage) => {
        const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
        for (const key of keys) if (key?.startsWith(PREFIX)) storage.removeItem(key);
      }, undefined),
  };
}

/** The tab's own. */
export const drafts = draftsIn(() => sessionStorage);
