/**
 * An address of this server as it is reached from this page: the server names itself by its public address, which is not
 * always the one in the address bar, and the page's policy loads from its own origin only.
 */
export function ownPath(address: string): string {
  try {
    const url = new URL(address, 'https://here.invalid');
    return `${url.pathname}${url.search}`;
  } catch {
    return '';
  }
}
