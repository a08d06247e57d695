import { countedBits } from '@vetrina/domain/filters';
import type { ListedVisitor } from '@vetrina/domain/listed';
import type { CompiledQuery } from '@vetrina/domain/query';
import { CountryTally } from './country-tally.ts';

/** Visitors looked at between two looks at the clock: some 20 µs of work. */
const STEP = 256;

/**
 * The countries of whom a query finds. Goes once over everyone, in slices; whoever changes meanwhile or later is looked at
 * again at once, so that nobody is missed and nobody counted twice, in whatever order the two happen.
 */
export class PlaceSearch {
  readonly tally = new CountryTally();
  readonly #filter: number;
  readonly #query: CompiledQuery;
  readonly #found = new Map<string, string | null>();
  #rest: Iterator<ListedVisitor> | null;

  /** @param everyone goes on to those who are added while it runs, as iterators of a `Map` do */
  constructor(filter: number, query: CompiledQuery, everyone: Iterable<ListedVisitor>) {
    this.#filter = filter;
    this.#query = query;
    this.#rest = everyone[Symbol.iterator]();
  }

  get searching(): boolean {
    return this.#rest !== null;
  }

  /** Goes on for about `budgetMs`, at least one step. @param now a clock in ms */
  gather(budgetMs: number, now: () => number): void {
    const end = now() + budgetMs;
    for (let met = 1; this.#rest !== null; met += 1) {
      const next = this.#rest.next();
      if (next.done === true) this.#rest = null;
      else this.#settle(next.value.visitor.id, next.value);
      if (met % STEP === 0 && now() >= end) return;
    }
  }

  changed(before: ListedVisitor | undefined, after: ListedVisitor | undefined): void {
    const id = (after ?? before)?.visitor.id;
    if (id !== undefined) this.#settle(id, after);
  }

  #settle(id: string, item: ListedVisitor | undefined): void {
    const was = this.#found.get(id);
    const is = item !== undefined && this.#holds(item) ? item.visitor.country : undefined;
    if (was === is) return;
    if (was !== undefined) this.tally.add(was, -1);
    if (is === undefined) {
      this.#found.delete(id);
      return;
    }
    this.#found.set(id, is);
    this.tally.add(is, 1);
  }

  #holds(item: ListedVisitor): boolean {
    const { says, test } = this.#query;
    if ((countedBits(item) & this.#filter) === 0) return false;
    return (says === null || says(item.text)) && (test === null || test(item));
  }
}
