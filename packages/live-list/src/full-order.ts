import type { ChunkedOrder } from './chunked-order.ts';
import type { Entry, Selection } from './selection.ts';

/**
 * Everyone in one order. Gathered in order of arrival: whoever arrived at or before `#gathered` is in the order and kept
 * true by changes; whoever arrived later is still to be met.
 */
export class FullOrder<Item> implements Selection<Item> {
  readonly order: ChunkedOrder<Item>;
  version = 0;
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

  changed(before: Item | undefined, after: Item | undefined, arrival: number): void {
    if (this.#rest !== null && arrival > this.#gathered) return;
    this.version++;
    if (before === undefined) {
      if (after !== undefined) this.order.insert(after);
    } else if (after === undefined) this.order.remove(before);
    else this.order.replace(before, after);
  }

  #meetNext(rest: Iterator<Entry<Item>>): void {
    const next = rest.next();
    if (next.done === true) {
      this.#rest = null;
      return;
    }
    this.#gathered = next.value.arrival;
    this.order.insert(next.value.item);
  }
}
