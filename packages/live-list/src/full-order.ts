import type { ChunkedOrder } from './chunked-order.ts';
import type { Chunk } from './order-group.ts';
import type { Entry, Selection } from './selection.ts';

/**
 * Everyone in one order. Gathered in order of arrival: whoever arrived at or before `#gathered` is in the order and kept
 * true by changes; whoever arrived later is still to be met.
 */
export class FullOrder<Item> implements Selection<Item> {
  readonly order: ChunkedOrder<Item>;
  version = 0;
  /** Is `Entry.chunk` this order's? */
  #remembersChunks = false;
  #gathered = 0;
  /** Null once everyone has been met. A map's iterator goes on to entries added meanwhile and skips those removed. */
  #rest: Iterator<Entry<Item>> | null;

  constructor(order: ChunkedOrder<Item>, entries: Iterable<Entry<Item>>) {
    this.order = order;
    this.#rest = entries[Symbol.iterator]();
  }

  get complete(): boolean {
    return this.#rest === null;
  }

  /** Gathers everything now; sorting once is a few times faster than inserting one by one. */
  gatherAtOnce(items: Iterable<Item>): void {
    this.order.buildFrom(items);
    this.#rest = null;
    this.version++;
  }

  gather(spent: () => boolean): void {
    this.version++;
    while (this.#rest !== null) {
      this.#meetNext(this.#rest);
      if (spent()) return;
    }
  }

  /** From now on `Entry.chunk` is this order's, until `drop`. The order that had it must be dropped by then. */
  rememberChunks(): void {
    this.#remembersChunks = true;
  }

  /** Ends the order. Its chunks are emptied, so that none that an entry remembers is taken for another order's. */
  drop(): void {
    this.#remembersChunks = false;
    this.#rest = null;
    this.order.clear();
  }

  changed(before: Item | undefined, after: Item | undefined, entry: Entry<Item>): void {
    if (this.#rest !== null && entry.arrival > this.#gathered) return;
    this.version++;
    if (after === undefined) {
      if (before !== undefined) this.order.remove(before);
    } else if (before === undefined) this.#remember(entry, this.order.insert(after));
    else this.#remember(entry, this.order.replace(before, after, this.#remembersChunks ? entry.chunk : null));
  }

  #meetNext(rest: Iterator<Entry<Item>>): void {
    const next = rest.next();
    if (next.done === true) {
      this.#rest = null;
      return;
    }
    this.#gathered = next.value.arrival;
    this.#remember(next.value, this.order.insert(next.value.item));
  }

  #remember(entry: Entry<Item>, chunk: Chunk<Item>): void {
    if (this.#remembersChunks && entry.chunk !== chunk) entry.chunk = chunk;
  }
}
