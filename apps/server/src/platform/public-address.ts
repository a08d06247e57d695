import { Resolver } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/**
 * Networks in which nobody's public server is: https://www.iana.org/assignments/iana-ipv4-special-registry and
 * https://www.iana.org/assignments/iana-ipv6-special-registry. Somebody who types an address that
 * the server calls (a webhook, a push service) would see through it what stands beside the server.
 */
const SPECIAL_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
];
/** Those that carry an IPv4 address inside are among them. */
const SPECIAL_6 = [
  ...['::/96', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32'],
  ...['2002::/16', '3fff::/20', '5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
];

/** One list for each: Node takes an IPv4 address for the IPv6 address that it can be written as. */
const special = { ipv4: listOf(SPECIAL_4, 'ipv4'), ipv6: listOf(SPECIAL_6, 'ipv6') };

function listOf(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}

export function isPublicIp(ip: string): boolean {
  switch (isIP(ip)) {
    case 4:
      return !special.ipv4.check(ip, 'ipv4');
    case 6:
      return !special.ipv6.check(ip, 'ipv6');
    default:
      return false;
  }
}

/** A name server has so long, ms, once. */
const PATIENCE = 3_000;

export interface PublicAddress {
  readonly ip: string;
  readonly family: 4 | 6;
}

/**
 * An address of this host that may be connected to; null: there is none, or it is not known in time. One private address among
 * several makes it none: a name is not to be good today and something else tomorrow. Asks name servers by itself: the system's own
 * way holds up the threads that files and passwords need.
 */
export async function publicAddressOf(host: string): Promise<PublicAddress | null> {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const found = isIP(bare) === 0 ? await addressesOf(bare) : [bare];
  if (!found.every(isPublicIp)) return null;
  const [ip] = found;
  return ip === undefined ? null : { ip, family: isIP(ip) === 6 ? 6 : 4 };
}

/** For a connection to the very address that was looked at, whatever its name says by now. */
export function pinnedTo({ ip, family }: PublicAddress): LookupFunction {
  return (_name, { all }, found) => {
    if (all === true) found(null, [{ address: ip, family }]);
    else found(null, ip, family);
  };
}

async function addressesOf(name: string): Promise<readonly string[]> {
  // A name of this machine or its network.
  if (!name.includes('.')) return [];
  const resolver = new Resolver({ timeout: PATIENCE, tries: 1 });
  const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
}
