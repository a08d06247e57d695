import { createRequire } from 'node:module';
import { BlockList, isIP } from 'node:net';
import { type CityResponse, open, type Reader, type Response } from 'maxmind';

export interface Place {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string | null;
  readonly city: string | null;
}

/** Where an address is used, from files on this machine; nothing is asked outside. */
export type Locate = (ip: string) => Place;

export const NOWHERE: Place = { country: null, city: null };

const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6');

/** The shipped country file: one flat record per network. */
interface CountryRecord {
  readonly country_code?: string;
}

/**
 * Opens the shipped country file (IPv4 and IPv6 in one: the IPv4-only file answers IPv6 addresses wrongly) and, if the
 * operator supplies one, a city file in MaxMind's format. A city file that cannot be read is an error at start, not a
 * surprise later.
 */
export async function openLocator(files: { readonly country?: string; readonly city?: string } = {}): Promise<Locate> {
  const countries = await open<Response>(files.country ?? shippedCountryFile());
  const cities = files.city === undefined ? null : await open<CityResponse>(files.city);
  return (ip) => {
    const kind = isIP(ip);
    if (kind === 0 || PRIVATE.check(ip, kind === 4 ? 'ipv4' : 'ipv6')) return NOWHERE;
    const found = cities === null ? null : cityIn(cities, ip);
    return { country: found?.country ?? countryIn(countries, ip), city: found?.city ?? null };
  };
}

function shippedCountryFile(): string {
  return createRequire(import.meta.url).resolve(
    '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb',
  );
}

function countryIn(reader: Reader<Response>, ip: string): string | null {
  const record = reader.get(ip) as CountryRecord | null;
  return record?.country_code ?? null;
}

function cityIn(reader: Reader<CityResponse>, ip: string): Place {
  const record = reader.get(ip);
  return { country: record?.country?.iso_code ?? null, city: record?.city?.names?.en ?? null };
}
