import { countedAs, isOwnMachine } from '../platform/client-ip.ts';
import type { Clock } from '../platform/clock.ts';
import { TokenBucket } from '../platform/token-bucket.ts';

export interface DoorLimits {
  /** Open sockets from one address: a company behind one, a family, not a botnet. */
  readonly connectionsPerIp: number;
  /** New sockets a second from one address, and how many may come in one go. */
  readonly handshakesPerIp: number;
  readonly burstPerIp: number;
  /** New sockets a second in all: what a process can greet without falling behind with those it has. */
  readonly handshakes: number;
  /** Open sockets in all. */
  readonly connections: number;
}

/** Files left to the database, to HTTP and to those who are just being told that there is no room. */
const KEPT_FREE = 500;

/** @param openFiles how many files the process may have open: past that, not even the database could open its own */
export function doorLimits(openFiles: number): DoorLimits {
  return {
    connectionsPerIp: 300,
    handshakesPerIp: 20,
    burstPerIp: 100,
    handshakes: 3_000,
    connections: Math.max(openFiles - KEPT_FREE, Math.floor(openFiles / 2)),
  };
}

const SWEEP = 60_000;

interface Guest {
  open: number;
  readonly handshakes: TokenBucket;
}

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

  /** May the process take one more socket now? Asked before anything else is done for it. */
  hasRoom(): boolean {
    const second = Math.floor(this.#clock.now() / 1_000);
    if (second !== this.#second) {
      this.#second = second;
      this.#inSecond = 0;
    }
    this.#inSecond += 1;
    return this.#inSecond <= this.#limits.handshakes && this.#open < this.#limits.connections;
  }

  /** Lets a socket of this address in; `leave` is due for each one let in. */
  enter(ip: string): boolean {
    if (isOwnMachine(ip)) {
      this.#open += 1;
      return true;
    }
    const now = this.#clock.now();
    const { handshakesPerIp, burstPerIp, connectionsPerIp } = this.#limits;
    const name = countedAs(ip);
    const guest = this.#guests.get(name) ?? { open: 0, handshakes: new TokenBucket(handshakesPerIp, burstPerIp, now) };
    this.#guests.set(name, guest);
    if (guest.open >= connectionsPerIp || !guest.handshakes.take(now)) return false;
    guest.open += 1;
    this.#open += 1;
    return true;
  }

  leave(ip: string): void {
    this.#open -= 1;
    const guest = this.#guests.get(countedAs(ip));
    if (guest !== undefined) guest.open = Math.max(0, guest.open - 1);
  }

  /** Addresses remembered. */
  get size(): number {
    return this.#guests.size;
  }

  stop(): void {
    this.#stop();
  }

  #sweep(): void {
    const now = this.#clock.now();
    for (const [ip, guest] of this.#guests)
      if (guest.open === 0 && now - guest.handshakes.askedAt > SWEEP) this.#guests.delete(ip);
  }
}
