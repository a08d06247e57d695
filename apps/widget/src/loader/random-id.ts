/** 127 random bits and more (`+` and `/` fall together) in 22 URL-safe characters, as `browserKey`, `tabId` and `pageViewId` of the protocol want them. */
export function randomId(crypto: Pick<Crypto, 'getRandomValues'>): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\W/g, '_')
    .slice(0, 22);
}

/** The shape of such an id. */
export const ID = /^[\w-]{22}$/;

/** Uniform in [0, 1); for jitter, never for ids. */
export const chance = (): number => Math.random();
