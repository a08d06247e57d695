import type { TextOf } from './order-group.ts';

/** How many pieces lie together before they are halved. Tests use tiny ones to reach every split and join. */
export interface OrderShape {
  /** Items in a chunk: short enough to scan for a rare filter, long enough to keep chunks few. */
  readonly chunkSize: number;
  /** Chunks in a group. */
  readonly groupSize: number;
}

/** 32 to 256 items in a chunk measure alike (bench/list); short ones favour changes that move. */
export const SHAPE: OrderShape = { chunkSize: 64, groupSize: 128 };

export interface OrderOptions<Item> {
  /**
   * A number by which `compare` sorts first: whenever `rankOf(a) < rankOf(b)`, `compare(a, b) < 0`. Never NaN. With it a
   * place is found without touching items, several times faster in a large list; equal ranks are left to `compare`.
   */
  readonly rankOf?: ((item: Item) => number) | undefined;
  /** A text to keep beside each item, for walking along the texts. */
  readonly textOf?: TextOf<Item> | undefined;
  readonly shape?: OrderShape | undefined;
}
