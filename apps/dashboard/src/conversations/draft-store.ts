/** What stands in a composer and was not sent: kept for as long as this tab lives, per conversation (or visitor). */
export interface DraftStore {
  read(of: string): string;
  write(of: string, text: string): void;
}

export function draftsIn(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): DraftStore {
  const key = (of: string): string => `vetrina draft ${of}`;
  // A browser may refuse storage altogether, or be full: then a draft lives as long as its composer.
  const attempt = <T>(deed: () => T, otherwise: T): T => {
    try {
      return deed();
    } catch {
      return otherwise;
    }
  };
  return {
    read: (of) => attempt(() => storage.getItem(key(of)) ?? '', ''),
    write: (of, text) =>
      attempt(() => {
        if (text === '') storage.removeItem(key(of));
        else storage.setItem(key(of), text);
      }, undefined),
  };
}
