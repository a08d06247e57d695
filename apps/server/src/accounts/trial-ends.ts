import type { Account } from '@vetrina/protocol/http/account';
import type { AccountId } from '@vetrina/protocol/ids';
import type { Clock } from '../platform/clock.ts';

/** Timers hold 24.8 days at most; a longer trial is looked at again. */
const LONGEST_WAIT = 86_400_000;

/** Says when a trial is over, once, of accounts this process has seen: nobody may be asking at that moment. */
export class TrialEnds {
  readonly #clock: Pick<Clock, 'now' | 'after'>;
  readonly #ended: (account: Account) => void;
  readonly #waiting = new Map<AccountId, () => void>();

  constructor(clock: Pick<Clock, 'now' | 'after'>, ended: (account: Account) => void) {
    this.#clock = clock;
    this.#ended = ended;
  }

  /** `account` as stored; called again whenever it was loaded or saved. */
  watch(account: Account): void {
    this.#forget(account.id);
    const until = account.trialUntil;
    const left = until === null ? 0 : until - this.#clock.now();
    if (until === null || left <= 0) return;
    const cancel = this.#clock.after(Math.min(left, LONGEST_WAIT), () => {
      if (this.#clock.now() < until) return this.watch(account);
      this.#waiting.delete(account.id);
      this.#ended(account);
    });
    this.#waiting.set(account.id, cancel);
  }

  stop(): void {
    for (const id of [...this.#waiting.keys()]) this.#forget(id);
  }

  #forget(id: AccountId): void {
    this.#waiting.get(id)?.();
    this.#waiting.delete(id);
  }
}
