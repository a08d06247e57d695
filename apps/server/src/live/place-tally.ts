import { countedBits } from '@vetrina/domain/filters';
import type { ListedVisitor } from '@vetrina/domain/listed';
import type { PlaceCounts } from '@vetrina/domain/places';
import { compileQuery, isEmpty, parseQuery } from '@vetrina/domain/query';
import { FILTERS, type ListFilter } from '@vetrina/protocol/messages/list-shape';
import { CountryTally } from './country-tally.ts';
import { PlaceSearch } from './place-search.ts';

/** A look at the countries of one view. To be closed. */
export interface PlaceLook {
  /** Exact for everyone looked at so far: everyone, once it is not `searching` any more. */
  counts(): PlaceCounts;
  readonly searching: boolean;
  search(budgetMs: number, now: () => number): void;
  close(): void;
}

interface Shared {
  readonly search: PlaceSearch;
  looks: number;
}

/**
 * D3: from which countries the people of one list are. Without a query every change of a visitor moves at most two numbers
 * per filter; a query is counted once over everyone, in slices, and from then on moved like the others while somebody looks.
 */
export class PlaceTally {
  readonly #everyone: () => Iterable<ListedVisitor>;
  readonly #filters = FILTERS.map(() => new CountryTally());
  readonly #searches = new Map<string, Shared>();

  constructor(everyone: () => Iterable<ListedVisitor>) {
    this.#everyone = everyone;
  }

  /** Takes in one change of the list; undefined: not in it. */
  changed(before: ListedVisitor | undefined, after: ListedVisitor | undefined): void {
    const was = before === undefined ? 0 : countedBits(before);
    const is = after === undefined ? 0 : countedBits(after);
    const [from, to] = [before?.visitor.country ?? null, after?.visitor.country ?? null];
    if (was !== is || from !== to) {
      for (const [index, tally] of this.#filters.entries()) {
        if ((was >> index) & 1) tally.add(from, -1);
        if ((is >> index) & 1) tally.add(to, 1);
      }
    }
    for (const { search } of this.#searches.values()) search.changed(before, after);
  }

  /** `at`: the "now" of a query that speaks of time, ms. Looks at the same share the work. */
  look(filter: ListFilter, typed: string, at: number): PlaceLook {
    const index = FILTERS.indexOf(filter);
    const query = parseQuery(typed);
    if (isEmpty(query)) return lookAt(this.#filters[index] as CountryTally);
    const key = `${index} ${at} ${typed}`;
    const shared = this.#searches.get(key) ?? {
      search: new PlaceSearch(1 << index, compileQuery(query, at), this.#everyone()),
      looks: 0,
    };
    this.#searches.set(key, shared);
    shared.looks += 1;
    return lookInto(shared, () => this.#searches.delete(key));
  }

  /** How many searches are kept, for tests. */
  get searches(): number {
    return this.#searches.size;
  }
}

function lookAt(tally: CountryTally): PlaceLook {
  return { counts: () => tally.counts(true), searching: false, search: () => undefined, close: () => undefined };
}

function lookInto(shared: Shared, drop: () => void): PlaceLook {
  const { search } = shared;
  let isOpen = true;
  return {
    counts: () => search.tally.counts(!search.searching),
    get searching() {
      return search.searching;
    },
    search: (budgetMs, now) => search.gather(budgetMs, now),
    close() {
      if (!isOpen) return;
      isOpen = false;
      shared.looks -= 1;
      if (shared.looks === 0) drop();
    },
  };
}
