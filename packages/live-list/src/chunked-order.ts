import { type Chunk, empty, exchange, OrderGroup, type TextOf } from './order-group.ts';
import { type OrderOptions, type OrderShape, SHAPE } from './order-options.ts';
import { lastOfChunk, lastOfGroup, pieceFor, placeIn, staysAt } from './place.ts';

/** Bit 0 of the stored bits stands for "everyone", so filters need the rest of a small integer. */
const MOST_FILTERS = 29;

const noRank = () => 0;

/**
 * A sorted sequence that also knows, for each of a few filters, how many of its items pass and which is the n-th of them.
 *
 * Items lie in short sorted chunks, chunks in groups; each level keeps one count per filter, so any window is reached by
 * skipping whole groups, then whole chunks, then a few items. An update searches by the comparator and moves at most a
 * chunk's worth of pointers.
 *
 * `compare` must be a strict total order (0 only for one and the same place: end it with the id) and, like `bitsOf`, a
 * pure function of the item. Items are never mutated; a changed item is another object, given to `replace`.
 */
export class ChunkedOrder<Item> {
  readonly #compare: (a: Item, b: Item) => number;
  readonly #bitsOf: (item: Item) => number;
  readonly #rankOf: (item: Item) => number;
  readonly #textOf: TextOf<Item>;
  readonly #columns: number;
  readonly #shape: OrderShape;
  /** Number of items under each column; column 0 is everyone, column f + 1 is filter f. */
  #totals: number[];
  #groups: OrderGroup<Item>[] = [];
  /** Rank of each group's last item. */
  #lastRanks: number[] = [];
  // Where `#locate` arrived. Fields rather than a returned object, because every update comes through here.
  #groupAt = 0;
  #chunkAt = 0;
  #itemAt = 0;

  /**
   * @param bitsOf bit f is set when the item passes filter f
   * @param filters how many filters there are, at most 29
   * @throws RangeError for more filters than fit
   */
  constructor(
    compare: (a: Item, b: Item) => number,
    bitsOf: (item: Item) => number,
    filters: number,
    { rankOf = noRank, textOf = null, shape = SHAPE }: OrderOptions<Item> = {},
  ) {
    if (filters < 0 || filters > MOST_FILTERS)
      throw new RangeError(`filters must be 0 to ${MOST_FILTERS}, not ${filters}`);
    this.#compare = compare;
    this.#bitsOf = bitsOf;
    this.#columns = filters + 1;
    this.#shape = shape;
    this.#rankOf = rankOf;
    this.#textOf = textOf;
    this.#totals = new Array<number>(this.#columns).fill(0);
  }

  get size(): number {
    return this.#totals[0] as number;
  }

  /** How many items pass `filter`; null: all of them. O(1). */
  count(filter: number | null): number {
    return this.#totals[columnOf(filter)] ?? 0;
  }

  /** Does an item stand at the place of `item`? */
  has(item: Item): boolean {
    return this.size > 0 && this.#locate(item);
  }

  /** Returns the item's chunk, a hint for `replace`. @throws RangeError when an item already stands at this place */
  insert(item: Item): Chunk<Item> {
    if (this.has(item)) throw taken();
    return this.#insertHere(item, this.#rankOf(item), this.#storedBits(item));
  }

  /**
   * Adds an item that stands after all others, which is not checked, with its rank and bits as another order of the same
   * kind keeps them.
   */
  append(item: Item, rank: number, bits: number): void {
    const group = this.#groups[this.#groups.length - 1];
    if (group !== undefined) {
      this.#groupAt = this.#groups.length - 1;
      this.#chunkAt = group.chunks.length - 1;
      this.#itemAt = (group.chunks[this.#chunkAt] as Chunk<Item>).items.length;
    }
    this.#insertHere(item, rank, bits);
  }

  /** @throws RangeError when the item is not there (the comparator decides what "it" is) */
  remove(item: Item): void {
    if (!this.has(item)) throw notThere();
    this.#removeHere();
  }

  /**
   * Puts `after` where it belongs and takes `before` out; in place when the position stays. Returns its chunk as a hint.
   * @param hint what this order returned for `before`. Outdated, it is noticed; else a change that keeps place and bits
   *   touches this chunk and nothing else
   * @throws RangeError when `before` is not there or another item stands at the place of `after`
   */
  replace(before: Item, after: Item, hint: Chunk<Item> | null = null): Chunk<Item> {
    const bits = this.#storedBits(after);
    const bitsBefore = this.#storedBits(before);
    if (hint !== null && bits === bitsBefore && this.#compare(before, after) === 0) {
      const at = hint.items.indexOf(before);
      if (at >= 0) {
        exchange(hint, at, before, after, this.#textOf);
        return hint;
      }
    }
    if (!this.has(before)) throw notThere();
    const group = this.#groups[this.#groupAt] as OrderGroup<Item>;
    const rank = this.#rankOf(after);
    const chunk = group.chunks[this.#chunkAt] as Chunk<Item>;
    if (!staysAt(chunk, this.#itemAt, this.#compare, before, after, rank)) {
      this.#removeHere();
      if (this.has(after)) throw taken();
      return this.#insertHere(after, rank, bits);
    }
    group.replace(this.#chunkAt, this.#itemAt, before, after, rank);
    this.#noteLastRank(this.#groupAt);
    if (bits === bitsBefore) return chunk;
    group.setBits(this.#chunkAt, this.#itemAt, bits);
    this.#addToTotals(bitsBefore, -1);
    this.#addToTotals(bits, 1);
    return chunk;
  }

  /** The items that pass `filter` (null: all), from the `offset`-th of them on, at most `limit`. */
  slice(filter: number | null, offset: number, limit: number): Item[] {
    const column = columnOf(filter);
    const found: Item[] = [];
    let skip = Math.max(0, offset);
    for (const group of this.#groups) {
      if (found.length >= limit) break;
      const inGroup = group.totals[column] as number;
      if (skip >= inGroup) skip -= inGroup;
      else {
        group.collect(column, skip, limit, found);
        skip = 0;
      }
    }
    return found;
  }

  /** How many items that pass `filter` (null: all) stand before the place of `item`, whether or not it is in the order. */
  rank(item: Item, filter: number | null): number {
    if (this.size === 0) return 0;
    const column = columnOf(filter);
    this.#locate(item);
    let before = 0;
    for (let at = 0; at < this.#groupAt; at++) before += this.#groups[at]?.totals[column] as number;
    return before + (this.#groups[this.#groupAt]?.countBefore(column, this.#chunkAt, this.#itemAt) ?? 0);
  }

  /**
   * Hands out what stands after the place of `from` (null: everything), in order, until `visit` returns false: a chunk at a
   * time, to be read from `startAt` on and not to be changed.
   */
  walkAfter(from: Item | null, visit: (chunk: Chunk<Item>, startAt: number) => boolean): void {
    if (this.size === 0) return;
    let groupAt = 0;
    let chunkAt = 0;
    let startAt = 0;
    if (from !== null) {
      const stands = this.#locate(from);
      groupAt = this.#groupAt;
      chunkAt = this.#chunkAt;
      startAt = this.#itemAt + (stands ? 1 : 0);
    }
    for (; groupAt < this.#groups.length; groupAt++) {
      const { chunks } = this.#groups[groupAt] as OrderGroup<Item>;
      for (; chunkAt < chunks.length; chunkAt++) {
        if (!visit(chunks[chunkAt] as Chunk<Item>, startAt)) return;
        startAt = 0;
      }
      chunkAt = 0;
    }
  }

  /** Replaces the whole content by `items`, given in any order. @throws RangeError when two stand at one place */
  buildFrom(items: Iterable<Item>): void {
    this.clear();
    const sorted = [...items].sort(this.#compare);
    for (const [at, item] of sorted.entries()) {
      if (at > 0 && this.#compare(sorted[at - 1] as Item, item) >= 0) throw taken();
      this.append(item, this.#rankOf(item), this.#storedBits(item));
    }
  }

  clear(): void {
    for (const { chunks } of this.#groups) for (const chunk of chunks) empty(chunk);
    this.#groups = [];
    this.#lastRanks = [];
    this.#totals = new Array<number>(this.#columns).fill(0);
  }

  /** How the items lie, for tests of balance and memory: items per chunk, chunks per group. */
  shape(): { chunks: number[]; groups: number[] } {
    return {
      chunks: this.#groups.flatMap((group) => group.chunks.map((chunk) => chunk.items.length)),
      groups: this.#groups.map((group) => group.chunks.length),
    };
  }

  #storedBits(item: Item): number {
    return (this.#bitsOf(item) << 1) | 1;
  }

  #addToTotals(bits: number, by: 1 | -1): void {
    for (let left = bits; left !== 0; left &= left - 1) {
      const column = 31 - Math.clz32(left & -left);
      this.#totals[column] = (this.#totals[column] as number) + by;
    }
  }

  /** Puts the item where `#locate` arrived. */
  #insertHere(item: Item, rank: number, bits: number): Chunk<Item> {
    const groups = this.#groups;
    const { chunkSize, groupSize } = this.#shape;
    if (groups.length === 0) {
      groups.push(new OrderGroup<Item>(this.#columns, chunkSize, this.#textOf));
      this.#groupAt = this.#chunkAt = this.#itemAt = 0;
    }
    const group = groups[this.#groupAt] as OrderGroup<Item>;
    const chunk = group.chunks[this.#chunkAt] as Chunk<Item>;
    const isLast = this.#groupAt === groups.length - 1;
    group.insert(this.#chunkAt, this.#itemAt, item, rank, bits, isLast);
    this.#addToTotals(bits, 1);
    if (group.chunks.length > groupSize) {
      groups.splice(this.#groupAt + 1, 0, group.splitOff(isLast ? groupSize : groupSize >> 1));
      this.#lastRanks.splice(this.#groupAt + 1, 0, 0);
      this.#noteLastRank(this.#groupAt + 1);
    }
    this.#noteLastRank(this.#groupAt);
    return chunk;
  }

  /** Takes out what `#locate` found. */
  #removeHere(): void {
    const group = this.#groups[this.#groupAt] as OrderGroup<Item>;
    this.#addToTotals(group.remove(this.#chunkAt, this.#itemAt), -1);
    this.#noteLastRank(this.#groupAt);
    if (group.totals[0] === 0 || group.chunks.length < this.#shape.groupSize >> 2) this.#joinGroups();
  }

  /** Finds the first item that does not stand before `item`, or the end; true when it stands at the very place. */
  #locate(item: Item): boolean {
    const rank = this.#rankOf(item);
    const compare = this.#compare;
    this.#groupAt = pieceFor(this.#groups, this.#lastRanks, lastOfGroup, compare, item, rank);
    const { chunks, lastRanks } = this.#groups[this.#groupAt] as OrderGroup<Item>;
    this.#chunkAt = pieceFor(chunks, lastRanks, lastOfChunk, compare, item, rank);
    const place = placeIn(chunks[this.#chunkAt] as Chunk<Item>, compare, item, rank);
    this.#itemAt = place < 0 ? ~place : place;
    return place >= 0;
  }

  #noteLastRank(groupAt: number): void {
    const { lastRanks } = this.#groups[groupAt] as OrderGroup<Item>;
    this.#lastRanks[groupAt] = lastRanks[lastRanks.length - 1] as number;
  }

  /** Keeps groups from becoming many and nearly empty: an empty one goes, a small one joins a neighbour with room. */
  #joinGroups(): void {
    const groups = this.#groups;
    const at = this.#groupAt;
    const group = groups[at] as OrderGroup<Item>;
    if (group.totals[0] === 0) {
      groups.splice(at, 1);
      this.#lastRanks.splice(at, 1);
      return;
    }
    const left = at > 0 ? at - 1 : at;
    const into = groups[left] as OrderGroup<Item>;
    const from = groups[left + 1];
    if (from === undefined || into.chunks.length + from.chunks.length > this.#shape.groupSize * 0.75) return;
    into.append(from);
    groups.splice(left + 1, 1);
    this.#lastRanks.splice(left + 1, 1);
    this.#noteLastRank(left);
  }
}

function columnOf(filter: number | null): number {
  return filter === null ? 0 : filter + 1;
}

function taken(): RangeError {
  return new RangeError('an item already stands at this place of the order');
}

function notThere(): RangeError {
  return new RangeError('the item is not in the order, or its comparator is not a strict total order');
}
