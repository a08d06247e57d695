import { countedAs, isOwnMachine } from '../platform/client-ip.ts';
import type { Clock } from '../platform/clock.ts';
import { TokenBucket } from '../platform/token-bucket.ts';

export interface DoorLimits {
  /** Open sockets from one address: a company behind one, a family, not a botnet. */
  readonly connectionsPerIp: number;
  /** New sockets a second from one address, and how many may come in one go. As many again are told that it is too many. */
  readonly handshakesPerIp: number;
  readonly burstPerIp: number;
  /** New sockets a second in all: what a process can greet without falling behind with those it has. */
  readonly handshakes: number;
  /** Open sockets in all. */
  readonly connections: number;
}

/** Files left to the database, to those being read or written, and to the log. */
const KEPT_FREE = 100;
/** Of all files, the share that plain HTTP may have, and how many it needs at most: its connections are short. */
const HTTP_SHARE = 1 / 20;
const MOST_HTTP = 4_000;

/** @param openFiles how many files the process may have open: past that, not even the database could open its own */
export function doorLimits(openFiles: number): DoorLimits {
  return {
    connectionsPerIp: 300,
    handshakesPerIp: 20,
    burstPerIp: 100,
    handshakes: 3_000,
    connections: Math.max(openFiles - httpConnections(openFiles) - KEPT_FREE, Math.floor(openFiles / 2)),
  };
}

/** How many connections plain HTTP may have beside the sockets. */
export function httpConnections(openFiles: number): number {
  return Math.min(MOST_HTTP, Math.max(64, Math.floor(openFiles * HTTP_SHARE)));
}

const SWEEP = 60_000;

interface Guest {
  open: number;
  readonly handshakes: TokenBucket;
  readonly refusals: TokenBucket;
}

/**
 * What becomes of a knock. `told`: let in to hear by a close code that it is one too many, because a page's script cannot
 * read why an upgrade failed. `refused`: not even that, since this address has heard it so often by now. `overloaded`: the
 * process has no room. `leave` is due for each one `welcome` or `told`.
 */
export type Knock = 'welcome' | 'told' | 'refused' | 'overloaded';

/** Counts sockets per address and in all. */
export class Doorkeeper {
  readonly #clock: Clock;
  readonly #limits: DoorLimits;
  readonly #guests = new Map<string, Guest>();
  readonly #stop: () => void;
  #second = 0;
  #inSecond = 0;
  #open = 0;

  constructor(clock: Clock, limits: DoorLimits) {
    this.#clock = clock;
    this.#limits = limits;
    this.#stop = clock.every(SWEEP, () => this.#sweep());
  }

  /** Asked before anything else is done for a socket: the address first, so that one of them cannot use up what all share. */
  knock(ip: string): Knock {
    const now = this.#clock.now();
    const guest = isOwnMachine(ip) ? null : this.#guest(countedAs(ip), now);
    const isTooMany = guest !== null && (guest.open >= this.#limits.connectionsPerIp || !guest.handshakes.take(now));
    if (isTooMany && !guest.refusals.take(now)) return 'refused';
    if (!this.#hasRoom(now)) return 'overloaded';
    this.#open += 1;
    if (isTooMany) return 'told';
    if (guest !== null) guest.open += 1;
    return 'welcome';
  }

  leave(ip: string, knock: Extract<Knock, 'welcome' | 'told'>): void {
    this.#open -= 1;
    const guest = knock === 'told' ? undefined : this.#guests.get(countedAs(ip));
    if (guest !== undefined) guest.open = Math.max(0, guest.open - 1);
  }

  /** Addresses remembered. */
  get size(): number {
    return this.#guests.size;
  }

  stop(): void {
    this.#stop();
  }

  #guest(name: string, now: number): Guest {
    const known = this.#guests.get(name);
    if (known !== undefined) return known;
    const { handshakesPerIp, burstPerIp } = this.#limits;
    const guest = {
      open: 0,
      handshakes: new TokenBucket(handshakesPerIp, burstPerIp, now),
      refusals: new TokenBucket(handshakesPerIp, burstPerIp, now),
    };
    this.#guests.set(name, guest);
    return guest;
  }

  /** Counts one more to greet; those who are told to go count for as long as they linger. */
  #hasRoom(now: number): boolean {
    const second = Math.floor(now / 1_000);
    if (second !== this.#second) {
      this.#second = second;
      this.#inSecond = 0;
    }
    this.#inSecond += 1;
    return this.#inSecond <= this.#limits.handshakes && this.#open < this.#limits.connections;
  }

  #sweep(): void {
    const now = this.#clock.now();
    for (const [ip, guest] of this.#guests)
      if (guest.open === 0 && now - guest.handshakes.askedAt > SWEEP) this.#guests.delete(ip);
  }
}
