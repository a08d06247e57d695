import { countedBits, filterBits } from '@vetrina/domain/filters';
import { sees } from '@vetrina/domain/group-scope';
import { type ListedVisitor, listed } from '@vetrina/domain/listed';
import type { LiveVisitor } from '@vetrina/domain/live-visitor';
import { LiveList } from '@vetrina/live-list/live-list';
import type { AccountId, VisitorId } from '@vetrina/protocol/ids';
import { FILTERS, type ListCounts, type Unlisted } from '@vetrina/protocol/messages/list-shape';
import { PlaceTally } from './place-tally.ts';
import type { ViewTally } from './view-tally.ts';

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
  readonly places = new PlaceTally(() => this.list.items());
  /** Rises with every change of anything a screen could show: equal versions mean equal windows. */
  version = 0;
  unlisted: Unlisted = { bots: 0, countedOnly: 0 };
  screens = 0;
  /** The counts of saved views that somebody looks at or wants to be told of. */
  tallies: readonly ViewTally[] = [];
  readonly #moments: { readonly version: number; readonly at: number }[] = [];

  /** `returns`: they came back within their visit, and are nobody new. */
  put(visitor: LiveVisitor, now: number, returns = false): void {
    const before = this.list.get(visitor.id);
    const after = listed(visitor, now, before);
    this.list.put(after);
    this.places.changed(before, after);
    for (const tally of this.tallies) tally.put(before, after, now, returns);
    this.#changed(now);
  }

  remove(visitor: VisitorId, now: number): void {
    const before = this.list.remove(visitor);
    if (before === undefined) return;
    this.places.changed(before, undefined);
    for (const tally of this.tallies) tally.removed(visitor);
    this.#changed(now);
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

/** The lists of one account: everyone's, and one for each set of groups that some agent's sight ends at (T1). */
interface Kept {
  readonly everyone: AccountList;
  readonly scoped: Map<string, { readonly groups: readonly string[]; readonly list: AccountList }>;
}

/** The lists of all accounts with anybody on the site or any screen open; others do not exist. */
export class AccountLists {
  readonly #accounts = new Map<AccountId, Kept>();
  readonly #unlistedOf: (account: AccountId) => Unlisted;

  constructor(unlistedOf: (account: AccountId) => Unlisted) {
    this.#unlistedOf = unlistedOf;
  }

  /** Everyone of an account. */
  find(account: AccountId): AccountList | undefined {
    return this.#accounts.get(account)?.everyone;
  }

  /** The list that an agent of these groups watches; none: everyone. To be given back with `leave`. */
  enter(account: AccountId, groups: readonly string[], now: number): AccountList {
    const kept = this.#keep(account);
    const list = groups.length === 0 ? kept.everyone : this.#scoped(account, kept, groups, now);
    list.screens += 1;
    return list;
  }

  leave(account: AccountId, list: AccountList): void {
    list.screens -= 1;
    const kept = this.#accounts.get(account);
    if (kept === undefined || list.screens > 0) return;
    for (const [key, scope] of kept.scoped) if (scope.list === list) kept.scoped.delete(key);
    this.#dropIfUnused(account);
  }

  /** Puts a visitor into every list that is to show them, and takes them out of the others. */
  put(account: AccountId, visitor: LiveVisitor, now: number, returns = false): void {
    const { everyone, scoped } = this.#keep(account);
    everyone.put(visitor, now, returns);
    for (const { groups, list } of scoped.values()) {
      if (sees(groups, visitor.group)) list.put(visitor, now, returns);
      else list.remove(visitor.id, now);
    }
  }

  remove(account: AccountId, visitor: VisitorId, now: number): void {
    for (const list of this.lists(account)) list.remove(visitor, now);
    this.#dropIfUnused(account);
  }

  /** All lists of an account. */
  lists(account: AccountId): AccountList[] {
    const kept = this.#accounts.get(account);
    return kept === undefined ? [] : [kept.everyone, ...[...kept.scoped.values()].map(({ list }) => list)];
  }

  accounts(): IterableIterator<AccountId> {
    return this.#accounts.keys();
  }

  get size(): number {
    let size = 0;
    for (const { scoped } of this.#accounts.values()) size += 1 + scoped.size;
    return size;
  }

  #keep(account: AccountId): Kept {
    const known = this.#accounts.get(account);
    if (known !== undefined) return known;
    const made: Kept = { everyone: this.#make(account), scoped: new Map() };
    this.#accounts.set(account, made);
    return made;
  }

  #make(account: AccountId): AccountList {
    const made = new AccountList();
    made.unlisted = this.#unlistedOf(account);
    return made;
  }

  #scoped(account: AccountId, { everyone, scoped }: Kept, groups: readonly string[], now: number): AccountList {
    const key = [...groups].sort().join(' ');
    const known = scoped.get(key);
    if (known !== undefined) return known.list;
    const list = this.#make(account);
    for (const { visitor } of everyone.list.items()) if (sees(groups, visitor.group)) list.put(visitor, now);
    scoped.set(key, { groups, list });
    return list;
  }

  /** Lets go of lists that hold nobody and are watched by nobody. */
  #dropIfUnused(account: AccountId): void {
    const kept = this.#accounts.get(account);
    if (kept === undefined || kept.scoped.size > 0) return;
    if (kept.everyone.screens === 0 && kept.everyone.list.size === 0) this.#accounts.delete(account);
  }
}
