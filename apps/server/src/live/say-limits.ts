import type { VisitorId } from '@vetrina/protocol/ids';
import { countedAs, isOwnMachine } from '../platform/client-ip.ts';
import type { Clock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import { TokenBucket } from '../platform/token-bucket.ts';

/** Messages of one visitor: 30 in one go, then 30 a minute. */
const SAYS = { perSecond: 0.5, burst: 30 };
/** Stretches of the log that one visitor's boxes ask for: scrolling back, and coming back on a bad line. */
const READINGS = { perSecond: 1, burst: 20 };
/** Conversations begun from one address: a company behind one, not a machine. */
const BEGINNINGS = { perSecond: 0.1, burst: 30 };

/** Rules that one visitor's pages say are due: each once, and again when something was in its way. */
const RULES = { perSecond: 0.1, burst: 40 };

const SWEEP = 60_000;
/** After so long unused a bucket is full again, ms. */
const FULL_AFTER = 300_000;

/** How much visitors may say. Costs nothing for those who say nothing. */
export class SayLimits {
  readonly #clock: Clock;
  readonly #says = new Map<VisitorId, TokenBucket>();
  readonly #readings = new Map<VisitorId, TokenBucket>();
  readonly #beginnings = new Map<string, TokenBucket>();
  readonly #rules = new Map<VisitorId, TokenBucket>();
  readonly #stop: () => void;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#stop = clock.every(SWEEP, () => {
      this.#sweep(this.#says);
      this.#sweep(this.#readings);
      this.#sweep(this.#beginnings);
      this.#sweep(this.#rules);
    });
  }

  /** @throws Refusal `too_many_requests` */
  countSaying(visitor: VisitorId): void {
    this.#take(this.#says, visitor, SAYS);
  }

  /** @throws Refusal `too_many_requests` */
  countReading(visitor: VisitorId): void {
    this.#take(this.#readings, visitor, READINGS);
  }

  /** @throws Refusal `too_many_requests` */
  countBeginning(ip: string): void {
    if (!isOwnMachine(ip)) this.#take(this.#beginnings, countedAs(ip), BEGINNINGS);
  }

  /** @throws Refusal `too_many_requests` */
  countRule(visitor: VisitorId): void {
    this.#take(this.#rules, visitor, RULES);
  }

  get size(): number {
    return this.#says.size + this.#readings.size + this.#beginnings.size + this.#rules.size;
  }

  stop(): void {
    this.#stop();
  }

  #take<Key>(buckets: Map<Key, TokenBucket>, key: Key, { perSecond, burst }: typeof SAYS): void {
    const now = this.#clock.now();
    const bucket = buckets.get(key) ?? new TokenBucket(perSecond, burst, now);
    buckets.set(key, bucket);
    if (!bucket.take(now)) throw new Refusal('too_many_requests', { retryAfterMs: 1_000 / perSecond });
  }

  #sweep<Key>(buckets: Map<Key, TokenBucket>): void {
    const now = this.#clock.now();
    for (const [key, bucket] of buckets) if (now - bucket.askedAt > FULL_AFTER) buckets.delete(key);
  }
}
