import { countedBits, filterBits } from '@vetrina/domain/filters';
import { type ListedVisitor, listed } from '@vetrina/domain/listed';
import type { LiveVisitor } from '@vetrina/domain/live-visitor';
import { LiveList } from '@vetrina/live-list/live-list';
import type { AccountId, VisitorId } from '@vetrina/protocol/ids';
import { FILTERS, type ListCounts, type Unlisted } from '@vetrina/protocol/messages/list-shape';

const RULES = {
  idOf: (item: ListedVisitor) => item.visitor.id,
  filterBits,
  countedBits,
  filters: FILTERS.length,
  textOf: (item: ListedVisitor) => item.text,
};

/** Moments of changes are kept this coarsely, ms, and this many of them: enough for the slowest screen. */
const GRAIN = 20;
const MOMENTS = 200;

/** One account's list with what screens need around it. */
export class AccountList {
  readonly list = new LiveList<ListedVisitor>(RULES);
  /** Rises with every change of anything a screen could show: equal versions mean equal windows. */
  version = 0;
  unlisted: Unlisted = { bots: 0, countedOnly: 0 };
  screens = 0;
  readonly #moments: { readonly version: number; readonly at: number }[] = [];

  put(visitor: LiveVisitor, now: number): void {
    this.list.put(listed(visitor, now, this.list.get(visitor.id)));
    this.#changed(now);
  }

  remove(visitor: VisitorId, now: number): void {
    if (this.list.remove(visitor) !== undefined) this.#changed(now);
  }

  setUnlisted(unlisted: Unlisted, now: number): void {
    if (unlisted.bots === this.unlisted.bots && unlisted.countedOnly === this.unlisted.countedOnly) return;
    this.unlisted = unlisted;
    this.#changed(now);
  }

  /** V4, exact over everyone. */
  counts(): ListCounts {
    const [all = 0, active = 0, inChat = 0, customers = 0, autoMessaged = 0, blocked = 0] = this.list.counts();
    return { all, active, 'in-chat': inChat, customers, 'auto-messaged': autoMessaged, blocked };
  }

  /** When the first change after `version` happened, as nearly as it is kept; null: nothing changed since. */
  changedSince(version: number): number | null {
    if (version >= this.version) return null;
    // Newest first: a screen in front asks for one of the last few.
    let at: number | null = null;
    for (let index = this.#moments.length - 1; index >= 0; index -= 1) {
      const moment = this.#moments[index] as { version: number; at: number };
      if (moment.version <= version) return at ?? moment.at;
      at = moment.at;
    }
    return at;
  }

  #changed(now: number): void {
    this.version += 1;
    const newest = this.#moments.at(-1);
    if (newest !== undefined && now - newest.at < GRAIN) return;
    this.#moments.push({ version: this.version, at: now });
    if (this.#moments.length > 2 * MOMENTS) this.#moments.splice(0, MOMENTS);
  }
}

/** The lists of all accounts with anybody on the site or any screen open; others do not exist. */
export class AccountLists {
  readonly #lists = new Map<AccountId, AccountList>();
  readonly #unlistedOf: (account: AccountId) => Unlisted;

  constructor(unlistedOf: (account: AccountId) => Unlisted) {
    this.#unlistedOf = unlistedOf;
  }

  of(account: AccountId): AccountList {
    const known = this.#lists.get(account);
    if (known !== undefined) return known;
    const made = new AccountList();
    made.unlisted = this.#unlistedOf(account);
    this.#lists.set(account, made);
    return made;
  }

  find(account: AccountId): AccountList | undefined {
    return this.#lists.get(account);
  }

  /** Lets go of a list that holds nobody and is watched by nobody. */
  dropIfUnused(account: AccountId): void {
    const list = this.#lists.get(account);
    if (list !== undefined && list.screens === 0 && list.list.size === 0) this.#lists.delete(account);
  }

  get size(): number {
    return this.#lists.size;
  }

  entries(): IterableIterator<[AccountId, AccountList]> {
    return this.#lists.entries();
  }
}
