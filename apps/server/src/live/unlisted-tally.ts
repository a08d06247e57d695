import type { AccountId } from '@vetrina/protocol/ids';
import type { Unlisted } from '@vetrina/protocol/messages/list-shape';
import type { Clock } from '../platform/clock.ts';
import { BotTally } from '../visitors/bot-tally.ts';
import type { AccountLists } from './account-lists.ts';

/** Bots fade with time alone, ms between looks. */
const TICK = 5_000;

/** Who is on the site without a row, in numbers: crawlers, and visitors who are only counted (V1, T3). */
export class UnlistedTally {
  readonly #clock: Clock;
  readonly #bots = new BotTally();
  readonly #counted = new Map<AccountId, number>();
  #changed: (account: AccountId) => void = () => undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  of(account: AccountId): Unlisted {
    return { bots: this.#bots.count(account, this.#clock.now()), countedOnly: this.#counted.get(account) ?? 0 };
  }

  /** A crawler was turned away. */
  addBot(account: AccountId): void {
    this.#bots.add(account, this.#clock.now());
  }

  /** A connection that is only counted came (1) or went (-1). */
  addCounted(account: AccountId, by: 1 | -1): void {
    const count = (this.#counted.get(account) ?? 0) + by;
    if (count <= 0) this.#counted.delete(account);
    else this.#counted.set(account, count);
    this.#changed(account);
  }

  /** Keeps the numbers beside these lists true until the returned function is called. */
  showIn(lists: AccountLists): () => void {
    const show = (account: AccountId) => {
      for (const list of lists.lists(account)) list.setUnlisted(this.of(account), this.#clock.now());
    };
    this.#changed = show;
    return this.#clock.every(TICK, () => {
      for (const account of lists.accounts()) show(account);
    });
  }
}
