import { countedAs, isOwnMachine } from '../platform/client-ip.ts';
import type { Clock } from '../platform/clock.ts';
import { TokenBucket } from '../platform/token-bucket.ts';

export interface AddressLimits {
  /** Frames a second over all sockets of one address, and how many in one go. */
  readonly frames: { readonly perSecond: number; readonly burst: number };
  readonly bytes: { readonly perSecond: number; readonly burst: number };
}

/**
 * An office behind one address: 300 pages (`DoorLimits.connectionsPerIp`) tell of themselves once in some seconds, 100 bytes
 * or so, and a dozen of them are agents' screens that scroll. After a restart all of them say hello in one go, 1 to 3 KB each.
 */
export const ADDRESS_LIMITS: AddressLimits = {
  frames: { perSecond: 300, burst: 3_000 },
  bytes: { perSecond: 128 * 1024, burst: 4 * 1024 * 1024 },
};

const SWEEP = 60_000;

interface Budget {
  readonly frames: TokenBucket;
  readonly bytes: TokenBucket;
}

/**
 * What one address may send in all. Each socket's own limit (`FrameGuard`) is meant for one page: three hundred of them at
 * theirs would leave the process no time for anybody else.
 */
export class AddressBudgets {
  readonly #clock: Clock;
  readonly #limits: AddressLimits;
  readonly #budgets = new Map<string, Budget>();
  readonly #stop: () => void;

  constructor(clock: Clock, limits: AddressLimits = ADDRESS_LIMITS) {
    this.#clock = clock;
    this.#limits = limits;
    this.#stop = clock.every(SWEEP, () => this.#sweep());
  }

  /** The name to ask under for a socket's frames; null: not limited. */
  nameOf(ip: string): string | null {
    return isOwnMachine(ip) ? null : countedAs(ip);
  }

  /** Counts one frame; false: the address sends too much. */
  admits(name: string | null, bytes: number, now: number): boolean {
    if (name === null) return true;
    const known = this.#budgets.get(name);
    const budget = known ?? this.#begin(name, now);
    return budget.frames.take(now) && budget.bytes.take(now, bytes);
  }

  /** Addresses remembered. */
  get size(): number {
    return this.#budgets.size;
  }

  stop(): void {
    this.#stop();
  }

  #begin(name: string, now: number): Budget {
    const { frames, bytes } = this.#limits;
    const budget = {
      frames: new TokenBucket(frames.perSecond, frames.burst, now),
      bytes: new TokenBucket(bytes.perSecond, bytes.burst, now),
    };
    this.#budgets.set(name, budget);
    return budget;
  }

  /** What nobody asked of for so long is full again. */
  #sweep(): void {
    const now = this.#clock.now();
    for (const [name, { frames }] of this.#budgets) if (now - frames.askedAt >= SWEEP) this.#budgets.delete(name);
  }
}
