import type { ChunkedOrder } from './chunked-order.ts';
import type { Chunk } from './order-group.ts';

/**
 * Some of the list's items in one order: what views read. It is gathered in slices and kept true by every change from the
 * moment it exists, so that a change during the gathering is neither missed nor counted twice.
 */
export interface Selection<Item> {
  readonly order: ChunkedOrder<Item>;
  /** Rises whenever the order's content may have changed. */
  readonly version: number;
  /** True once everything that belongs here has been met. */
  readonly complete: boolean;
  /** Goes on gathering until done or until `spent` says so, which is asked after each item. */
  gather(spent: () => boolean): void;
  /** The list changed: `before` absent means new, `after` absent means gone. `entry` is what the list keeps of the item. */
  changed(before: Item | undefined, after: Item | undefined, entry: Entry<Item>): void;
}

/** What the list keeps per item. */
export interface Entry<Item> {
  item: Item;
  /** The item's `countedBits`. */
  counted: number;
  /** Counts up with every item that arrives, so that entries of the list's map lie in ascending arrival. */
  readonly arrival: number;
  /** Where the order that has been in use longest put the item: a hint, outdated once that chunk was split or joined. */
  chunk: Chunk<Item> | null;
}
