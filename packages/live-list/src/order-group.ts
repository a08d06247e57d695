/** A stretch of the sorted sequence. `bits[i]` belongs to `items[i]`; kept beside it so that a scan touches no item. */
export interface Chunk<Item> {
  readonly items: Item[];
  readonly bits: number[];
}

/**
 * Neighbouring chunks with their counts, the middle level of a `ChunkedOrder`. Counts lie by column, then by chunk: one
 * filter's skipping reads one flat array.
 */
export class OrderGroup<Item> {
  readonly chunks: Chunk<Item>[];
  readonly #chunkSize: number;
  /** `counts[column][chunk]`. */
  readonly #counts: number[][];
  /** Items under each column in the whole group. */
  readonly totals: number[];

  /** A group with one empty chunk. */
  constructor(columns: number, chunkSize: number) {
    this.#chunkSize = chunkSize;
    this.chunks = [{ items: [], bits: [] }];
    this.#counts = Array.from({ length: columns }, () => [0]);
    this.totals = new Array<number>(columns).fill(0);
  }

  /** The greatest item. The group must not be empty. */
  last(): Item {
    const items = (this.chunks[this.chunks.length - 1] as Chunk<Item>).items;
    return items[items.length - 1] as Item;
  }

  /** @param isLast nothing follows this group: items that keep coming at the end fill chunks to the brim */
  insert(chunkAt: number, itemAt: number, item: Item, bits: number, isLast: boolean): void {
    const chunk = this.chunks[chunkAt] as Chunk<Item>;
    const atEnd = itemAt === chunk.items.length;
    if (atEnd) {
      chunk.items.push(item);
      chunk.bits.push(bits);
    } else {
      chunk.items.splice(itemAt, 0, item);
      chunk.bits.splice(itemAt, 0, bits);
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
    chunk.bits.splice(itemAt, 1);
    this.#count(chunkAt, bits, -1);
    if (chunk.items.length < this.#chunkSize >> 2) this.#joinChunks(chunkAt);
    return bits;
  }

  /** Returns the bits of what stood there. */
  replace(chunkAt: number, itemAt: number, item: Item, bits: number): number {
    const chunk = this.chunks[chunkAt] as Chunk<Item>;
    const before = chunk.bits[itemAt] as number;
    chunk.items[itemAt] = item;
    if (bits !== before) {
      chunk.bits[itemAt] = bits;
      this.#count(chunkAt, before, -1);
      this.#count(chunkAt, bits, 1);
    }
    return before;
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

  /** Visits from this place on; false when `visit` asked to stop. */
  walk(chunkAt: number, itemAt: number, visit: (item: Item) => boolean): boolean {
    let start = itemAt;
    for (let at = chunkAt; at < this.chunks.length; at++) {
      const items = (this.chunks[at] as Chunk<Item>).items;
      for (let index = start; index < items.length; index++) {
        if (!visit(items[index] as Item)) return false;
      }
      start = 0;
    }
    return true;
  }

  /** Moves the chunks from `chunkAt` on into a new group and returns it. */
  splitOff(chunkAt: number): OrderGroup<Item> {
    const right = new OrderGroup<Item>(this.totals.length, this.#chunkSize);
    right.chunks.length = 0;
    right.chunks.push(...this.chunks.splice(chunkAt));
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
    for (let column = 0; column < this.totals.length; column++) {
      (this.#counts[column] as number[]).push(...(next.#counts[column] as number[]));
      this.totals[column] = (this.totals[column] as number) + (next.totals[column] as number);
    }
  }

  #count(chunkAt: number, bits: number, by: 1 | -1): void {
    const totals = this.totals;
    for (let column = 0; column < totals.length; column++) {
      if (((bits >> column) & 1) === 0) continue;
      const counts = this.#counts[column] as number[];
      counts[chunkAt] = (counts[chunkAt] as number) + by;
      totals[column] = (totals[column] as number) + by;
    }
  }

  #splitChunk(chunkAt: number, itemAt: number): void {
    const chunk = this.chunks[chunkAt] as Chunk<Item>;
    const right: Chunk<Item> = { items: chunk.items.splice(itemAt), bits: chunk.bits.splice(itemAt) };
    this.chunks.splice(chunkAt + 1, 0, right);
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
    into.bits.push(...from.bits);
    for (const counts of this.#counts) counts[left] = (counts[left] as number) + (counts[left + 1] as number);
    this.#dropChunk(left + 1);
  }

  #dropChunk(chunkAt: number): void {
    this.chunks.splice(chunkAt, 1);
    for (const counts of this.#counts) counts.splice(chunkAt, 1);
  }
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
