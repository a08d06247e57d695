import { BlockList, isIP } from 'node:net';
import { formatIp, networkOf, parseIp } from '@vetrina/domain/ip-address';

/** Which proxies stand in front of this server and may say whom they speak for. */
export type ProxyTrust =
  | { readonly kind: 'none' }
  /** Exactly this many proxies append to `X-Forwarded-For`. */
  | { readonly kind: 'hops'; readonly count: number }
  /** Whatever chain of proxies has addresses in these networks (`10.0.0.0/8`, `::1`). */
  | { readonly kind: 'networks'; readonly networks: readonly string[] };

/** Headers of a request, as Node gives them. */
type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Works out whom a request or socket comes from. */
export type ClientIp = (socketAddress: string | undefined, headers: Headers) => string;

/**
 * Answered when the operating system has no address to give (a socket already gone), and for whoever is said to be this
 * machine by somebody else. Counted like any other address.
 */
const UNKNOWN = '0.0.0.0';

/** What proxies add. Whoever sends one of them speaks for another, or says so. */
const SPOKEN_FOR = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'x-forwarded-host', 'x-forwarded-proto', 'via'];

/** Does whoever sent this speak for somebody else? */
export function isForwarded(headers: Headers): boolean {
  return SPOKEN_FOR.some((name) => headers[name] !== undefined);
}

/**
 * Makes the one function that decides a client's IP address. `X-Forwarded-For` is free text from the client up to the
 * proxies we know; by default it is not looked at. Read from the right: every trusted proxy vouches for the entry to its
 * left, and the first address nobody vouches for is the client.
 *
 * An address of this machine is answered for a direct peer that speaks for itself, and for nobody else: nothing on the
 * network has it, and whoever has it is not limited.
 */
export function createClientIp(trust: ProxyTrust): ClientIp {
  const isTrusted = trustOf(trust);
  const claimedIp = (direct: string, forwardedFor: Headers[string]) => {
    if (trust.kind === 'none' || forwardedFor === undefined) return direct;
    const claimed = (typeof forwardedFor === 'string' ? forwardedFor : forwardedFor.join(',')).split(',');
    let client = direct;
    for (let hop = 0; hop < claimed.length && isTrusted(client, hop); hop += 1) {
      const next = normalise(claimed[claimed.length - 1 - hop]?.trim() ?? '');
      if (next === null) break;
      client = next;
    }
    return client;
  };
  return (socketAddress, headers) => {
    const client = claimedIp(normalise(socketAddress ?? '') ?? UNKNOWN, headers['x-forwarded-for']);
    return isOwnMachine(client) && isForwarded(headers) ? UNKNOWN : client;
  };
}

/**
 * The address by which attempts and sockets are counted. Whoever has one IPv6 address has the 2^64 of its network, so
 * the network counts as one.
 */
export function countedAs(ip: string): string {
  const parsed = parseIp(ip);
  return parsed === null || parsed.version === 4 ? ip : `${formatIp(networkOf(parsed, 64))}/64`;
}

const OWN_MACHINE = new BlockList();
OWN_MACHINE.addSubnet('127.0.0.0', 8, 'ipv4');
OWN_MACHINE.addAddress('::1', 'ipv6');

/** This machine: the demo crowd, a bench, a health check. */
export function isOwnMachine(ip: string): boolean {
  const version = isIP(ip);
  return version !== 0 && OWN_MACHINE.check(ip, version === 6 ? 'ipv6' : 'ipv4');
}

/** Tells of a direct peer's address whether it is a proxy that is trusted to speak for others. */
export function createProxyCheck(trust: ProxyTrust): (socketAddress: string | undefined) => boolean {
  const isTrusted = trustOf(trust);
  return (socketAddress) => isTrusted(normalise(socketAddress ?? '') ?? UNKNOWN, 0);
}

/** Is this name of a host (of a URL, or to listen on) this machine's own? */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || isOwnMachine(host.replace(/^\[(.*)\]$/, '$1'));
}

function trustOf(trust: ProxyTrust): (address: string, hop: number) => boolean {
  switch (trust.kind) {
    case 'none':
      return () => false;
    case 'hops':
      return (_address, hop) => hop < trust.count;
    case 'networks': {
      const list = networkList(trust.networks);
      return (address) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
    }
  }
}

/** @throws Error naming the entry that is neither an address nor a network. */
export function networkList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const version = isIP(address);
    const longest = version === 6 ? 128 : 32;
    const bits = prefix === undefined ? longest : Number(prefix);
    if (version === 0 || !Number.isInteger(bits) || bits < 0 || bits > longest) {
      throw new Error(`"${network}" is neither an IP address nor a network such as 10.0.0.0/8`);
    }
    list.addSubnet(address, bits, version === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

/** Plain form: IPv4 out of `::ffff:` mapping, brackets, ports and zone removed; null when it is no address. */
function normalise(text: string): string | null {
  let address = text.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/%.*$/, '');
  if (/^\d+\.\d+\.\d+\.\d+:\d+$/.test(address)) address = address.slice(0, address.indexOf(':'));
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) address = mapped[1];
  return isIP(address) === 0 ? null : address.toLowerCase();
}
