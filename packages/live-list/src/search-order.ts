import type { ChunkedOrder } from './chunked-order.ts';
import type { FullOrder } from './full-order.ts';
import type { Selection } from './selection.ts';

/**
 * The items that pass a search, in one order. The search goes along the full order, so what was found is always a true
 * beginning of the result: the first window is right as soon as it is full.
 *
 * Everything that stands at or before the frontier has been decided, everything after it has not. A change before the
 * frontier is decided at once; a change after it waits to be met. The frontier is the place of the item looked at last,
 * and stays a place when that item changes or goes.
 */
export class SearchOrder<Item> implements Selection<Item> {
  readonly order: ChunkedOrder<Item>;
  version = 0;
  complete = false;
  readonly #along: FullOrder<Item>;
  readonly #compare: (a: Item, b: Item) => number;
  readonly #test: (item: Item) => boolean;
  #frontier: Item | null = null;

  constructor(
    order: ChunkedOrder<Item>,
    along: FullOrder<Item>,
    compare: (a: Item, b: Item) => number,
    test: (item: Item) => boolean,
  ) {
    this.order = order;
    this.#along = along;
    this.#compare = compare;
    this.#test = test;
  }

  gather(spent: () => boolean): void {
    if (this.complete) return;
    if (!this.#along.complete) {
      this.#along.gather(spent);
      if (!this.#along.complete) return;
    }
    let stopped = false;
    this.#along.order.walkAfter(this.#frontier, (item) => {
      if (this.#test(item)) this.order.insert(item);
      this.#frontier = item;
      stopped = spent();
      return !stopped;
    });
    this.complete = !stopped;
    this.version++;
  }

  changed(before: Item | undefined, after: Item | undefined): void {
    // Asked of the order, not of the test: a test that is not quite pure must not take the list down.
    const stood = before !== undefined && this.order.has(before);
    const stands = after !== undefined && this.#isDecided(after) && this.#test(after);
    if (stood && stands) this.order.replace(before, after);
    else if (stood) this.order.remove(before);
    else if (stands) this.order.insert(after);
    else return;
    this.version++;
  }

  #isDecided(item: Item): boolean {
    return this.complete || (this.#frontier !== null && this.#compare(item, this.#frontier) <= 0);
  }
}
