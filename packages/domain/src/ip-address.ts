/** An IP address taken apart. An IPv4 address written as IPv6 (`::ffff:192.0.2.1`) is the IPv4 address. */
export type IpAddress =
  /** Four numbers of 8 bits. */
  | { readonly version: 4; readonly parts: readonly number[] }
  /** Eight numbers of 16 bits. */
  | { readonly version: 6; readonly parts: readonly number[] };

/** Longest text of an address: eight groups, or six and a dotted tail. */
const LONGEST = 45;

/** Reads an address; a zone (`%eth0`) and brackets are dropped. Null when it is none. */
export function parseIp(text: string): IpAddress | null {
  const bare = text
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/%.*$/, '');
  if (bare.length > LONGEST) return null;
  if (!bare.includes(':')) {
    const parts = parseV4(bare);
    return parts && { version: 4, parts };
  }
  const parts = parseV6(bare);
  if (!parts) return null;
  return isMapped(parts) ? { version: 4, parts: bytesOf(parts.slice(6)) } : { version: 6, parts };
}

/** RFC 5952: lower case, no leading zeros, the longest run of zeros as `::`. */
export function formatIp(ip: IpAddress): string {
  if (ip.version === 4) return ip.parts.join('.');
  const zeros = longestZeros(ip.parts);
  const hex = ip.parts.map((part) => part.toString(16));
  if (!zeros) return hex.join(':');
  return `${hex.slice(0, zeros.start).join(':')}::${hex.slice(zeros.start + zeros.length).join(':')}`;
}

/** The address with all but its first `bits` bits set to zero. */
export function networkOf(ip: IpAddress, bits: number): IpAddress {
  const width = ip.version === 4 ? 8 : 16;
  const parts = ip.parts.map((part, index) => {
    const kept = Math.min(width, Math.max(0, bits - index * width));
    return part & ~((1 << (width - kept)) - 1);
  });
  return { ...ip, parts };
}

function parseV4(text: string): number[] | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part))) return null;
  const numbers = parts.map(Number);
  return numbers.every((number) => number <= 255) ? numbers : null;
}

function parseV6(text: string): number[] | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const last = halves.length - 1;
  const [head, tail] = halves.map((half, index) => (half === '' ? [] : parseGroups(half, index === last)));
  if (!head || tail === null) return null;
  if (tail === undefined) return head.length === 8 ? head : null;
  const missing = 8 - head.length - tail.length;
  return missing >= 1 ? [...head, ...Array<number>(missing).fill(0), ...tail] : null;
}

/** Groups of a half; at the very end of an address an IPv4 address may stand for two. */
function parseGroups(text: string, ends: boolean): number[] | null {
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const dotted = ends && index === parts.length - 1 && part.includes('.') ? parseV4(part) : null;
    if (dotted) groups.push(...groupsOf(dotted));
    else if (/^[\da-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return null;
  }
  return groups;
}

function groupsOf(bytes: readonly number[]): number[] {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  return [a * 256 + b, c * 256 + d];
}

function bytesOf(groups: readonly number[]): number[] {
  return groups.flatMap((group) => [group >> 8, group & 255]);
}

function isMapped(parts: readonly number[]): boolean {
  return parts[5] === 0xffff && parts.slice(0, 5).every((part) => part === 0);
}

/** A single zero is written out. */
function longestZeros(parts: readonly number[]): { readonly start: number; readonly length: number } | null {
  let best = { start: 0, length: 1 };
  let length = 0;
  for (const [index, part] of parts.entries()) {
    length = part === 0 ? length + 1 : 0;
    if (length > best.length) best = { start: index - length + 1, length };
  }
  return best.length > 1 ? best : null;
}
