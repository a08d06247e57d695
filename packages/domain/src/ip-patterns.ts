import { formatIp, type IpAddress, networkOf, parseIp } from './ip-address.ts';

/** C7: which addresses are meant. `text` is the pattern in its one spelling, to show and to tell doubles. */
export type IpPattern =
  /** Four patterns, one per number of an IPv4 address; `*` stands for any digits. */
  | { readonly kind: 'octets'; readonly text: string; readonly octets: readonly string[] }
  /** All addresses that begin with the same `bits` bits. One address is a network of its full length. */
  | { readonly kind: 'network'; readonly text: string; readonly network: IpAddress; readonly bits: number };

/** Longest pattern that is looked at. */
const LONGEST = 64;

/**
 * Reads what an agent typed: an address, `192.168.0.*`, `192.168.*` (a last `*` covers the numbers that are missing),
 * `1*2.168.0.1`, or a network such as `10.0.0.0/8` or `2001:db8::/32`. Null when it is none of these, or when it would
 * block everyone.
 */
export function parseIpPattern(text: string): IpPattern | null {
  const typed = text.trim();
  if (typed === '' || typed.length > LONGEST) return null;
  if (typed.includes('/')) return parseNetwork(typed);
  if (typed.includes('*')) return parseOctets(typed);
  const ip = parseIp(typed);
  return ip && networkPattern(ip, fullLength(ip));
}

/** Is this address meant by the pattern? An unreadable address is meant by none. */
export function ipMatches(pattern: IpPattern, ip: string): boolean {
  const address = parseIp(ip);
  if (!address) return false;
  switch (pattern.kind) {
    case 'octets':
      return (
        address.version === 4 &&
        address.parts.every((part, index) => globMatches(pattern.octets[index] ?? '', `${part}`))
      );
    case 'network':
      return (
        address.version === pattern.network.version &&
        networkOf(address, pattern.bits).parts.every((part, index) => part === pattern.network.parts[index])
      );
  }
}

/**
 * The pattern that means whoever shares a masked address (`privacy.maskIp`), for blocking by address where only masked
 * ones are stored; null when it is not an address.
 */
export function patternForMasked(maskedIp: string): string | null {
  const ip = parseIp(maskedIp);
  if (!ip) return null;
  return ip.version === 4 ? `${ip.parts.slice(0, 3).join('.')}.*` : `${formatIp(networkOf(ip, 48))}/48`;
}

function parseNetwork(text: string): IpPattern | null {
  const [address = '', length = '', ...rest] = text.split('/');
  const ip = parseIp(address);
  if (!ip || rest.length > 0 || !/^\d{1,3}$/.test(length)) return null;
  // A network of IPv4 addresses written as IPv6 counts its length from the IPv6 start.
  const bits = Number(length) - (ip.version === 4 && address.includes(':') ? 96 : 0);
  if (bits < 1 || bits > fullLength(ip)) return null;
  return networkPattern(networkOf(ip, bits), bits);
}

function parseOctets(text: string): IpPattern | null {
  const octets = text.split('.');
  if (octets.length > 4 || !octets.every((octet) => /^[\d*]{1,7}$/.test(octet))) return null;
  if (octets.length < 4 && octets.at(-1) !== '*') return null;
  while (octets.length < 4) octets.push('*');
  const tidy = octets.map((octet) => octet.replace(/\*+/g, '*'));
  if (tidy.every((octet) => octet === '*')) return null;
  return { kind: 'octets', text: tidy.join('.'), octets: tidy };
}

function networkPattern(network: IpAddress, bits: number): IpPattern {
  const text = bits === fullLength(network) ? formatIp(network) : `${formatIp(network)}/${bits}`;
  return { kind: 'network', text, network, bits };
}

function fullLength(ip: IpAddress): number {
  return ip.version === 4 ? 32 : 128;
}

/** Walks both once, going back to the last `*` only: at most pattern × text steps, whatever is typed. */
function globMatches(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.length && pattern[p] === text[t]) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
