import type { ChunkedOrder } from './chunked-order.ts';
import type { FullOrder } from './full-order.ts';
import { type Passes, touch } from './match.ts';
import type { Chunk } from './order-group.ts';
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
  readonly #passes: Passes<Item>;
  #frontier: Item | null = null;
  /** Kept only so that no optimiser leaves the touching out. */
  #touched = 0;

  constructor(
    order: ChunkedOrder<Item>,
    along: FullOrder<Item>,
    compare: (a: Item, b: Item) => number,
    passes: Passes<Item>,
  ) {
    this.order = order;
    this.#along = along;
    this.#compare = compare;
    this.#passes = passes;
  }

  gather(spent: () => boolean): void {
    if (this.complete) return;
    if (!this.#along.complete) {
      this.#along.gather(spent);
      if (!this.#along.complete) return;
    }
    let finished = true;
    this.#along.order.walkAfter(this.#frontier, (chunk, startAt) => {
      finished = this.#decide(chunk, startAt, spent);
      return finished;
    });
    this.complete = finished;
    this.version++;
  }

  changed(before: Item | undefined, after: Item | undefined): void {
    // Asked of the order, not of the test: a test that is not quite pure must not take the list down.
    const stood = before !== undefined && this.order.has(before);
    const stands = after !== undefined && this.#isDecided(after) && this.#passes(after);
    if (stood && stands) this.order.replace(before, after);
    else if (stood) this.order.remove(before);
    else if (stands) this.order.insert(after);
    else return;
    this.version++;
  }

  /** Meets what stands in a chunk from `startAt` on; false when its time was spent before the end. */
  #decide({ items, ranks, bits, texts }: Chunk<Item>, startAt: number, spent: () => boolean): boolean {
    if (texts !== null) this.#touched += touch(texts, startAt);
    for (let at = startAt; at < items.length; at++) {
      const item = items[at] as Item;
      if (this.#passes(item, texts?.[at])) this.order.append(item, ranks[at] as number, bits[at] as number);
      this.#frontier = item;
      if (spent()) return false;
    }
    return true;
  }

  #isDecided(item: Item): boolean {
    return this.complete || (this.#frontier !== null && this.#compare(item, this.#frontier) <= 0);
  }
}
