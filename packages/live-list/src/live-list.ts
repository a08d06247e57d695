import { ChunkedOrder } from './chunked-order.ts';
import { FullOrder } from './full-order.ts';
import { LiveView, type WindowSpec } from './live-view.ts';
import { type Match, passesOf } from './match.ts';
import type { TextOf } from './order-group.ts';
import { type OrderShape, SHAPE } from './order-options.ts';
import { SearchOrder } from './search-order.ts';
import type { Entry, Selection } from './selection.ts';

/** What the list must know about its items. Pure functions of the item; items are never mutated. */
export interface ListRules<Item> {
  idOf(item: Item): string;
  /** Bit f is set when the item is shown under filter f. */
  filterBits(item: Item): number;
  /** Bit f is set when the item counts for filter f; may differ from what is shown. */
  countedBits(item: Item): number;
  /** How many filters there are, at most 29. */
  filters: number;
  /** The text that searches look into; optional, kept beside the items of each order for `Match.says`. */
  textOf?(item: Item): string;
}

export interface ViewOrder<Item> {
  key: string;
  compare: (a: Item, b: Item) => number;
  /** A number by which `compare` sorts first; optional, makes large lists several times faster (see `OrderOptions`). */
  rankOf?: ((item: Item) => number) | undefined;
}

export interface ViewSpec<Item> extends WindowSpec {
  /** A strict total order. Views with the same key share it, so one key must always mean one order. */
  order: ViewOrder<Item>;
  /** A search. */
  match?: Match<Item>;
}

/** Sizes that trade speed for evenness; the defaults are measured, tests use tiny ones to reach every branch. */
export interface ListTuning {
  /** Up to here a new order is sorted within `view`, in a few ms; a longer list is put in order by `searchFor`. */
  readonly sortedAtOnce: number;
  /** Items gathered between two looks at the clock: some 20 µs of work. */
  readonly step: number;
  readonly shape: OrderShape;
}

const TUNING: ListTuning = { sortedAtOnce: 10_000, step: 256, shape: SHAPE };

interface Shared<Kept> {
  readonly kept: Kept;
  views: number;
}

/**
 * Items by id, with windows on them: ordered, filtered, searched, always true. No I/O, no clock; see the README.
 *
 * Changes cost by the number of orders and searches that are being looked at, windows by their height. Orders and
 * searches exist while some view uses them: the first write after the last one closed drops them, so a screen may close
 * one view and open the next without losing the work.
 */
export class LiveList<Item> {
  readonly #rules: ListRules<Item>;
  readonly #textOf: TextOf<Item>;
  readonly #tuning: ListTuning;
  readonly #entries = new Map<string, Entry<Item>>();
  readonly #counts: number[];
  readonly #orders = new Map<string, Shared<FullOrder<Item>>>();
  readonly #searches = new Map<string, Shared<SearchOrder<Item>>>();
  /** All orders, then all searches: what every change is told to. */
  #selections: Selection<Item>[] = [];
  #someUnused = false;
  #arrivals = 0;

  constructor(rules: ListRules<Item>, tuning: Partial<ListTuning> = {}) {
    this.#rules = rules;
    this.#textOf = rules.textOf ? (item) => rules.textOf?.(item) ?? '' : null;
    this.#tuning = { ...TUNING, ...tuning };
    this.#counts = new Array<number>(rules.filters).fill(0);
  }

  get size(): number {
    return this.#entries.size;
  }

  get(id: string): Item | undefined {
    return this.#entries.get(id)?.item;
  }

  /** Adds the item, or replaces the one with its id, which is returned. */
  put(item: Item): Item | undefined {
    if (this.#someUnused) this.#dropUnused();
    const id = this.#rules.idOf(item);
    const entry = this.#entries.get(id);
    if (entry === undefined) {
      const counted = this.#rules.countedBits(item);
      const added = { item, arrival: ++this.#arrivals, counted, chunk: null };
      this.#entries.set(id, added);
      this.#recount(0, counted);
      for (const selection of this.#selections) selection.changed(undefined, item, added);
      return undefined;
    }
    const before = entry.item;
    if (before === item) return before;
    entry.item = item;
    const counted = this.#rules.countedBits(item);
    this.#recount(entry.counted, counted);
    entry.counted = counted;
    for (const selection of this.#selections) selection.changed(before, item, entry);
    return before;
  }

  /** Takes the item out and returns it; undefined when there is none. */
  remove(id: string): Item | undefined {
    if (this.#someUnused) this.#dropUnused();
    const entry = this.#entries.get(id);
    if (entry === undefined) return undefined;
    this.#entries.delete(id);
    this.#recount(entry.counted, 0);
    for (const selection of this.#selections) selection.changed(entry.item, undefined, entry);
    return entry.item;
  }

  /** How many items count for each filter, over the whole list. A fresh array. */
  counts(): readonly number[] {
    return this.#counts.slice();
  }

  /** All items in order of arrival. */
  *items(): IterableIterator<Item> {
    for (const entry of this.#entries.values()) yield entry.item;
  }

  /** Opens a window. If the view is `searching`, call its `searchFor` between other work until it is not. */
  view(spec: ViewSpec<Item>): LiveView<Item> {
    const order = this.#orderFor(spec);
    const search = spec.match === undefined ? null : this.#searchFor(spec, spec.match, order.kept);
    order.views++;
    if (search !== null) search.views++;
    const release = () => {
      order.views--;
      if (search !== null) search.views--;
      this.#someUnused ||= order.views === 0 || search?.views === 0;
    };
    return new LiveView((search ?? order).kept, spec, this.#tuning.step, release);
  }

  /** How many orders and searches are kept now, for metrics and tests. */
  kept(): { orders: number; searches: number } {
    return { orders: this.#orders.size, searches: this.#searches.size };
  }

  #orderFor(spec: ViewSpec<Item>): Shared<FullOrder<Item>> {
    const known = this.#orders.get(spec.order.key);
    if (known !== undefined) return known;
    const full = new FullOrder(this.#emptyOrder(spec, this.#textOf), this.#entries.values());
    if (this.size <= this.#tuning.sortedAtOnce) full.gatherAtOnce(this.items());
    const order = { kept: full, views: 0 };
    this.#orders.set(spec.order.key, order);
    this.#listSelections();
    return order;
  }

  #searchFor(spec: ViewSpec<Item>, match: Match<Item>, along: FullOrder<Item>): Shared<SearchOrder<Item>> {
    const key = JSON.stringify([spec.order.key, match.key]);
    const known = this.#searches.get(key);
    if (known !== undefined) return known;
    const kept = new SearchOrder(
      this.#emptyOrder(spec, null),
      along,
      spec.order.compare,
      passesOf(match, this.#textOf),
    );
    const search = { kept, views: 0 };
    this.#searches.set(key, search);
    this.#listSelections();
    return search;
  }

  #emptyOrder(spec: ViewSpec<Item>, textOf: TextOf<Item>): ChunkedOrder<Item> {
    const { filterBits, filters } = this.#rules;
    return new ChunkedOrder(spec.order.compare, (item) => filterBits(item), filters, {
      rankOf: spec.order.rankOf,
      textOf,
      shape: this.#tuning.shape,
    });
  }

  #recount(before: number, after: number): void {
    let changed = before ^ after;
    while (changed !== 0) {
      const filter = 31 - Math.clz32(changed);
      const by = (after >> filter) & 1 ? 1 : -1;
      this.#counts[filter] = (this.#counts[filter] as number) + by;
      changed &= ~(1 << filter);
    }
  }

  #dropUnused(): void {
    this.#someUnused = false;
    for (const [key, { kept, views }] of this.#orders) {
      if (views > 0) continue;
      kept.drop();
      this.#orders.delete(key);
    }
    for (const [key, { views }] of this.#searches) if (views === 0) this.#searches.delete(key);
    this.#listSelections();
  }

  #listSelections(): void {
    this.#selections = [...this.#orders.values(), ...this.#searches.values()].map((shared) => shared.kept);
    const [longest] = this.#orders.values();
    longest?.kept.rememberChunks();
  }
}
