/** An address that may become a link on an agent's screen, or null: only http and https (addresses are visitors' words). */
export function safeHref(address: string): string | null {
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

/** The part of an address that tells pages of one site apart, as people read it. */
export function readablePath(address: string): string {
  try {
    const url = new URL(address);
    const path = `${url.pathname}${url.search}`;
    try {
      return decodeURI(path);
    } catch {
      return path;
    }
  } catch {
    return address;
  }
}
