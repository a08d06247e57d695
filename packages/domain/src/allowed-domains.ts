/**
 * May a page of this origin carry the account's snippet? `allowed` holds host names as `normaliseDomain` makes them and
 * each covers its subdomains; empty: any page may. `self` are the server's own origins (dashboard, demo shop), always
 * allowed. A missing origin and the opaque `null` (files, sandboxed frames) are no site of anyone's list.
 */
export function originAllowed(
  allowed: readonly string[],
  origin: string | undefined,
  self: readonly string[],
): boolean {
  if (allowed.length === 0) return true;
  if (origin === undefined) return false;
  if (self.includes(origin)) return true;
  const host = URL.parse(origin)?.hostname.replace(/\.$/, '');
  return !!host && allowed.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/**
 * What someone typed or pasted as their domain, as the host name it means: `https://www.Example.com/shop` is
 * `example.com`, `*.example.com` too, other scripts become punycode, ports go. Null when no host can be read from it.
 */
export function normaliseDomain(input: string): string | null {
  const typed = input
    .trim()
    .replace(/^[a-z][a-z\d+.-]*:\/\//i, '')
    .replace(/^\/\//, '')
    .replace(/^\*\./, '');
  if (typed === '' || /[\s\\*]/.test(typed)) return null;
  const host = URL.parse(`http://${typed}`)
    ?.hostname.replace(/\.$/, '')
    .replace(/^www\.(?=.*\.)/, '');
  return host && isHost(host) ? host : null;
}

/** `localhost` and addresses for trying things out; otherwise a name with a dot, so that `com` or a typo covers nothing. */
function isHost(host: string): boolean {
  return (
    host === 'localhost' || host.startsWith('[') || (host.length <= 253 && /^(?:[\w-]{1,63}\.)+[\w-]{1,63}$/.test(host))
  );
}
