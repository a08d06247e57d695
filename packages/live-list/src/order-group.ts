/**
 * A stretch of the sorted sequence. `ranks[i]`, `bits[i]` and `texts[i]` belong to `items[i]`; kept beside it because items
 * lie all over the heap: a search or a scan that had to touch them would wait for memory at every step.
 */
export interface Chunk<Item> {
  readonly items: Item[];
  readonly ranks: number[];
  readonly bits: number[];
  /** Null in an order that keeps no texts. */
  readonly texts: string[] | null;
}

export type TextOf<Item> = ((item: Item) => string) | null;

/**
 * Neighbouring chunks with their counts, the middle level of a `ChunkedOrder`. Counts lie by column, then by chunk: one
 * filter's skipping reads one flat array.
 */
export class OrderGroup<Item> {
  readonly chunks: Chunk<Item>[];
  readonly #chunkSize: number;
  readonly #textOf: TextOf<Item>;
  /** `counts[column][chunk]`. */
  readonly #counts: number[][];
  /** Rank of each chunk's last item. */
  readonly lastRanks: number[] = [0];
  /** Items under each column in the whole group. */
  readonly totals: number[];

  /** A group with one empty chunk. */
  constructor(columns: number, chunkSize: number, textOf: TextOf<Item>) {
    this.#chunkSize = chunkSize;
    this.#textOf = textOf;
    this.chunks = [{ items: [], ranks: [], bits: [], texts: textOf && [] }];
    this.#counts = Array.from({ length: columns }, () => [0]);
    this.totals = new Array<number>(columns).fill(0);
  }

  /** @param isLast nothing follows this group: items that keep coming at the end fill chunks to the brim */
  insert(chunkAt: number, itemAt: number, item: Item, rank: number, bits: number, isLast: boolean): void {
    const chunk = this.chunks[chunkAt] as Chunk<Item>;
    const atEnd = itemAt === chunk.items.length;
    if (atEnd) {
      chunk.items.push(item);
      if (this.#textOf) chunk.texts?.push(this.#textOf(item));
      chunk.ranks.push(rank);
      chunk.bits.push(bits);
      this.lastRanks[chunkAt] = rank;
    } else {
      chunk.items.splice(itemAt, 0, item);
      if (this.#textOf) chunk.texts?.splice(itemAt, 0, this.#textOf(item));
      putAt(chunk.ranks, itemAt, rank);
      putAt(chunk.bits, itemAt, bits);
    }
    this.#count(chunkAt, bits, 1);
    if (chunk.items.length <= this.#chunkSize) return;
    const keepsGrowing = atEnd && isLast && chunkAt === this.chunks.length - 1;
    this.#splitChunk(chunkAt, keepsGrowing ? this.#chunkSize : this.#chunkSize >> 1);
  }

  /** Returns the bits of what was removed. */
  remove(chunkAt: number, itemAt: number): number {
    const chunk = this.chunks[chunkAt] as Chunk<Item>;
    const bits = chunk.bits[itemAt] as number;
    chunk.items.splice(itemAt, 1);
    chunk.texts?.splice(itemAt, 1);
    takeOut(chunk.ranks, itemAt);
    takeOut(chunk.bits, itemAt);
    this.#noteLastRank(chunkAt);
    this.#count(chunkAt, bits, -1);
    if (chunk.items.length < this.#chunkSize >> 2) this.#joinChunks(chunkAt);
    return bits;
  }

  /** Puts `after` with the same bits where `before` stands. What stays the same is not written: it may be far away. */
  replace(chunkAt: number, itemAt: number, before: Item, after: Item, rank: number): void {
    const chunk = this.chunks[chunkAt] as Chunk<Item>;
    exchange(chunk, itemAt, before, after, this.#textOf);
    if (chunk.ranks[itemAt] === rank) return;
    chunk.ranks[itemAt] = rank;
    this.#noteLastRank(chunkAt);
  }

  setBits(chunkAt: number, itemAt: number, bits: number): void {
    const chunk = this.chunks[chunkAt] as Chunk<Item>;
    this.#count(chunkAt, chunk.bits[itemAt] as number, -1);
    this.#count(chunkAt, bits, 1);
    chunk.bits[itemAt] = bits;
  }

  /** Adds the column's items to `found` until that holds `limit`, leaving the first `skip` of them out. */
  collect(column: number, skip: number, limit: number, found: Item[]): void {
    const counts = this.#counts[column] as number[];
    let left = skip;
    for (let chunkAt = 0; chunkAt < counts.length && found.length < limit; chunkAt++) {
      const inChunk = counts[chunkAt] as number;
      if (left >= inChunk) left -= inChunk;
      else {
        collectFromChunk(this.chunks[chunkAt] as Chunk<Item>, column, left, limit, found);
        left = 0;
      }
    }
  }

  /** How many of the column's items stand before this place. */
  countBefore(column: number, chunkAt: number, itemAt: number): number {
    const counts = this.#counts[column] as number[];
    const bits = this.chunks[chunkAt]?.bits ?? [];
    let before = 0;
    for (let at = 0; at < chunkAt; at++) before += counts[at] as number;
    for (let at = 0; at < itemAt; at++) before += ((bits[at] as number) >> column) & 1;
    return before;
  }

  /** Moves the chunks from `chunkAt` on into a new group and returns it. */
  splitOff(chunkAt: number): OrderGroup<Item> {
    const right = new OrderGroup<Item>(this.totals.length, this.#chunkSize, this.#textOf);
    right.chunks.length = 0;
    right.chunks.push(...this.chunks.splice(chunkAt));
    right.lastRanks.length = 0;
    right.lastRanks.push(...this.lastRanks.splice(chunkAt));
    for (let column = 0; column < this.totals.length; column++) {
      const moved = (this.#counts[column] as number[]).splice(chunkAt);
      const sum = moved.reduce((total, count) => total + count, 0);
      right.#counts[column] = moved;
      right.totals[column] = sum;
      this.totals[column] = (this.totals[column] as number) - sum;
    }
    return right;
  }

  /** Takes over the chunks of the group that follows. */
  append(next: OrderGroup<Item>): void {
    this.chunks.push(...next.chunks);
    this.lastRanks.push(...next.lastRanks);
    for (let column = 0; column < this.totals.length; column++) {
      (this.#counts[column] as number[]).push(...(next.#counts[column] as number[]));
      this.totals[column] = (this.totals[column] as number) + (next.totals[column] as number);
    }
  }

  #count(chunkAt: number, bits: number, by: 1 | -1): void {
    for (let left = bits; left !== 0; left &= left - 1) {
      const column = 31 - Math.clz32(left & -left);
      const counts = this.#counts[column] as number[];
      counts[chunkAt] = (counts[chunkAt] as number) + by;
      this.totals[column] = (this.totals[column] as number) + by;
    }
  }

  #noteLastRank(chunkAt: number): void {
    const { ranks } = this.chunks[chunkAt] as Chunk<Item>;
    if (ranks.length > 0) this.lastRanks[chunkAt] = ranks[ranks.length - 1] as number;
  }

  #splitChunk(chunkAt: number, itemAt: number): void {
    const chunk = this.chunks[chunkAt] as Chunk<Item>;
    const right: Chunk<Item> = {
      items: chunk.items.splice(itemAt),
      ranks: chunk.ranks.splice(itemAt),
      bits: chunk.bits.splice(itemAt),
      texts: chunk.texts?.splice(itemAt) ?? null,
    };
    this.chunks.splice(chunkAt + 1, 0, right);
    this.lastRanks.splice(chunkAt + 1, 0, this.lastRanks[chunkAt] as number);
    this.#noteLastRank(chunkAt);
    for (let column = 0; column < this.totals.length; column++) {
      let moved = 0;
      for (const bits of right.bits) moved += (bits >> column) & 1;
      const counts = this.#counts[column] as number[];
      counts[chunkAt] = (counts[chunkAt] as number) - moved;
      counts.splice(chunkAt + 1, 0, moved);
    }
  }

  /** An empty chunk goes (unless it is the only one), a small one joins a neighbour with room. */
  #joinChunks(chunkAt: number): void {
    if (this.chunks.length === 1) return;
    if ((this.chunks[chunkAt] as Chunk<Item>).items.length === 0) {
      this.#dropChunk(chunkAt);
      return;
    }
    const left = chunkAt > 0 ? chunkAt - 1 : chunkAt;
    const into = this.chunks[left] as Chunk<Item>;
    const from = this.chunks[left + 1] as Chunk<Item>;
    if (into.items.length + from.items.length > this.#chunkSize * 0.75) return;
    into.items.push(...from.items);
    into.ranks.push(...from.ranks);
    into.bits.push(...from.bits);
    if (from.texts !== null) into.texts?.push(...from.texts);
    this.lastRanks[left] = this.lastRanks[left + 1] as number;
    for (const counts of this.#counts) counts[left] = (counts[left] as number) + (counts[left + 1] as number);
    this.#dropChunk(left + 1);
  }

  #dropChunk(chunkAt: number): void {
    for (const dropped of this.chunks.splice(chunkAt, 1)) empty(dropped);
    this.lastRanks.splice(chunkAt, 1);
    for (const counts of this.#counts) counts.splice(chunkAt, 1);
  }
}

/** Puts `after`, of the same rank and bits, where `before` stands. A text that stays is not written: it may be far away. */
export function exchange<Item>(chunk: Chunk<Item>, at: number, before: Item, after: Item, textOf: TextOf<Item>): void {
  chunk.items[at] = after;
  if (textOf === null || chunk.texts === null) return;
  const text = textOf(after);
  if (text !== textOf(before)) chunk.texts[at] = text;
}

/** Empties a chunk that leaves its order, so that whoever still remembers it finds nothing there and keeps little alive. */
export function empty<Item>({ items, ranks, bits, texts }: Chunk<Item>): void {
  items.length = ranks.length = bits.length = 0;
  if (texts !== null) texts.length = 0;
}

function collectFromChunk<Item>(chunk: Chunk<Item>, column: number, skip: number, limit: number, found: Item[]): void {
  const { items, bits } = chunk;
  let left = skip;
  // Column 0 is everyone: no bit to look at, so the start is known.
  let at = column === 0 ? skip : 0;
  if (column === 0) left = 0;
  for (; at < items.length && found.length < limit; at++) {
    if (((bits[at] as number) >> column) & 1) {
      if (left > 0) left--;
      else found.push(items[at] as Item);
    }
  }
}

// Short arrays of numbers move faster by hand; items do not, because each store would be told to the garbage collector.

function putAt(array: number[], at: number, value: number): void {
  array.push(value);
  for (let to = array.length - 1; to > at; to--) array[to] = array[to - 1] as number;
  array[at] = value;
}

function takeOut(array: number[], at: number): void {
  const last = array.length - 1;
  for (let to = at; to < last; to++) array[to] = array[to + 1] as number;
  array.pop();
}
