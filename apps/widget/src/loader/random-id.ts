/**
 * 131 random bits in 22 characters, as `browserKey`, `tabId` and `pageViewId` of the protocol want them: the first 22
 * letters and digits of 33 bytes in base64, each of which is one of 62 as likely as another.
 */
export function randomId(crypto: Pick<Crypto, 'getRandomValues'>): string {
  const bytes = crypto.getRandomValues(new Uint8Array(33));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\W/g, '')
    .slice(0, 22);
}

/** The shape of such an id. */
export const ID = /^[\w-]{22}$/;

/** Uniform in [0, 1); for jitter, never for ids. */
export const chance: () => number = Math.random;
