import type { AccountId } from '@vetrina/protocol/ids';

const MINUTE = 60_000;
/** A crawler is turned away at once; it counts as being here for this many minutes. */
const COUNTED_FOR = 5;

/** How many crawlers came by lately, per account: they have no row and no socket, so they are a number that fades. */
export class BotTally {
  readonly #accounts = new Map<AccountId, { readonly minute: number; count: number }[]>();

  add(account: AccountId, now: number): void {
    const minute = Math.floor(now / MINUTE);
    const tally = this.#accounts.get(account) ?? [];
    this.#accounts.set(account, tally);
    const newest = tally.at(-1);
    if (newest?.minute === minute) newest.count += 1;
    else tally.push({ minute, count: 1 });
    if (tally.length > COUNTED_FOR) tally.shift();
  }

  count(account: AccountId, now: number): number {
    const tally = this.#accounts.get(account);
    if (tally === undefined) return 0;
    const oldest = Math.floor(now / MINUTE) - COUNTED_FOR;
    const recent = tally.filter(({ minute }) => minute > oldest);
    if (recent.length === 0) this.#accounts.delete(account);
    return recent.reduce((sum, { count }) => sum + count, 0);
  }
}
