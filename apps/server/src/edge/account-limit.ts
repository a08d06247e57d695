import type { AccountId } from '@vetrina/protocol/ids';
import type { Clock } from '../platform/clock.ts';
import { TokenBucket } from '../platform/token-bucket.ts';

export interface ArrivalLimits {
  /** New visitors' sockets of one account a second. */
  readonly perSecond: number;
  /** So many in one go: everyone of a busy shop comes back at once after a restart. */
  readonly burst: number;
}

export const ARRIVAL_LIMITS: ArrivalLimits = { perSecond: 1_000, burst: 20_000 };

/** Keeps a flood at one account's door from taking the process away from all others. Grows with the accounts there are. */
export class AccountLimit {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #limits: ArrivalLimits;
  readonly #buckets = new Map<AccountId, TokenBucket>();

  constructor(clock: Pick<Clock, 'now'>, limits: ArrivalLimits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Counts one arrival; false: one too many. */
  admits(account: AccountId): boolean {
    const now = this.#clock.now();
    const bucket = this.#buckets.get(account) ?? new TokenBucket(this.#limits.perSecond, this.#limits.burst, now);
    this.#buckets.set(account, bucket);
    return bucket.take(now);
  }
}
