/** Names under which the loader and the box keep things; the dashboard's own begin otherwise. */
const OF_THE_BOX = 'vetrina_';
const COOKIES = ['vetrina_vid', 'vetrina_chat', 'vetrina_consent'];
const MARK = 'vetrina_support';

/** What this needs of the browser. */
export type SupportPlaces = Pick<Window & typeof globalThis, 'localStorage' | 'sessionStorage' | 'indexedDB'> & {
  readonly document: Pick<Document, 'cookie'>;
};

/** The key of the account this browser has written to; null: it has not, or may keep nothing. */
export function supportMark(places: Pick<SupportPlaces, 'localStorage'>): string | null {
  try {
    return places.localStorage.getItem(MARK);
  } catch {
    return null;
  }
}

export function markSupport(places: Pick<SupportPlaces, 'localStorage'>, key: string): void {
  try {
    places.localStorage.setItem(MARK, key);
  } catch {
    // Then nothing is kept that would have to be forgotten.
  }
}

/**
 * S1: leaves nothing of the support chat in this browser: who signs in next must find neither its words nor its identity. Not
 * the box's own `logout`: the frame may not be there, and a session that ran out could not put it there any more.
 */
export function forgetSupport(places: SupportPlaces): void {
  const key = supportMark(places);
  if (key === null) return;
  for (const storage of [places.localStorage, places.sessionStorage]) {
    const names = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
    for (const name of names) if (name.startsWith(OF_THE_BOX)) storage.removeItem(name);
  }
  for (const name of COOKIES) places.document.cookie = `${name}=;path=/;max-age=0`;
  places.indexedDB.deleteDatabase(`vetrina-${key}`);
}
