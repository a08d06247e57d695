import { parseArgs } from 'node:util';
import { type AccountKey, accountKey } from '@vetrina/protocol/ids';

/** People on one site. */
export interface Guests {
  readonly key: AccountKey;
  readonly size: number;
}

export interface CrowdOptions {
  readonly url: string;
  readonly guests: readonly Guests[];
  readonly seed: number;
  readonly rampMs: number;
}

/** Files a process may open here, less those that Node itself holds. */
export const SOCKETS_PER_PROCESS = 5_000;

const USAGE =
  'usage: node bench/crowd/main.ts --url http://127.0.0.1:4000 --key KEY --size 60 [--key … --size …] [--seed 1] [--ramp seconds]';

function whole(value: string | undefined, fallback: number): number {
  const number = value === undefined ? fallback : Number(value);
  if (!Number.isInteger(number) || number < 0) throw new Error(`not a whole number: ${value}\n${USAGE}`);
  return number;
}

/**
 * Reads the command line. Several sites are several pairs of `--key` and `--size`. The ramp is 2 s at least, and adds a
 * second for each 1,000 people.
 *
 * @throws with the usage when something is missing
 */
export function readOptions(args: readonly string[]): CrowdOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      url: { type: 'string' },
      key: { type: 'string', multiple: true },
      size: { type: 'string', multiple: true },
      seed: { type: 'string' },
      ramp: { type: 'string' },
    },
  });
  if (!values.url || !values.key) throw new Error(USAGE);
  const guests = values.key.map((key, index) => ({
    key: accountKey.parse(key),
    size: whole(values.size?.[index], 60),
  }));
  const total = guests.reduce((sum, { size }) => sum + size, 0);
  return {
    url: values.url.replace(/\/$/, ''),
    guests,
    seed: whole(values.seed, 1),
    rampMs: 1_000 * whole(values.ramp, 2 + Math.ceil(total / 1_000)),
  };
}

/** Splits a crowd so that no process holds more sockets than it may. */
export function shares({ guests, seed, ...rest }: CrowdOptions): CrowdOptions[] {
  const total = guests.reduce((sum, { size }) => sum + size, 0);
  const count = Math.max(1, Math.ceil(total / SOCKETS_PER_PROCESS));
  const part = (size: number, index: number) => Math.floor(size / count) + (index < size % count ? 1 : 0);
  return Array.from({ length: count }, (_, index) => ({
    ...rest,
    seed: seed + index * 7_919,
    guests: guests.map(({ key, size }) => ({ key, size: part(size, index) })),
  }));
}

export const asArguments = ({ url, guests, seed, rampMs }: CrowdOptions): string[] => [
  ...['--url', url, '--seed', `${seed}`, '--ramp', `${Math.ceil(rampMs / 1_000)}`],
  ...guests.flatMap(({ key, size }) => ['--key', key, '--size', `${size}`]),
];
