import type { Chunk, OrderGroup } from './order-group.ts';

type Compare<Item> = (a: Item, b: Item) => number;

/**
 * Which of the sorted pieces an item belongs to: the first that does not end before it, or the last. `lastRanks[i]` is the
 * rank of the last item of piece i, which `lastOf` fetches when ranks tie.
 */
export function pieceFor<Item, Piece>(
  pieces: readonly Piece[],
  lastRanks: readonly number[],
  lastOf: (piece: Piece) => Item,
  compare: Compare<Item>,
  item: Item,
  rank: number,
): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const last = lastRanks[middle] as number;
    const endsBefore = last < rank || (last === rank && compare(lastOf(pieces[middle] as Piece), item) < 0);
    if (endsBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where in the chunk the item stands; where it would, as `~place`, when it does not. */
export function placeIn<Item>({ items, ranks }: Chunk<Item>, compare: Compare<Item>, item: Item, rank: number): number {
  let low = 0;
  let high = ranks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const rankThere = ranks[middle] as number;
    if (rankThere === rank) {
      const there = items[middle] as Item;
      // Nearly always the very object that is looked for, which need not be read to know it.
      const order = there === item ? 0 : compare(there, item);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle;
    } else if (rankThere < rank) low = middle + 1;
    else high = middle;
  }
  return ~low;
}

/** May `after` stand where `before` does? Answered within the chunk; at its ends only if nothing moved. */
export function staysAt<Item>(
  { items, ranks }: Chunk<Item>,
  at: number,
  compare: Compare<Item>,
  before: Item,
  after: Item,
  rank: number,
): boolean {
  if (at === 0 || at === items.length - 1) return ranks[at] === rank && compare(before, after) === 0;
  const left = ranks[at - 1] as number;
  const right = ranks[at + 1] as number;
  if (left > rank || right < rank) return false;
  const comesAfter = left < rank || compare(items[at - 1] as Item, after) < 0;
  return comesAfter && (rank < right || compare(after, items[at + 1] as Item) < 0);
}

export function lastOfChunk<Item>({ items }: Chunk<Item>): Item {
  return items[items.length - 1] as Item;
}

export function lastOfGroup<Item>({ chunks }: OrderGroup<Item>): Item {
  return lastOfChunk(chunks[chunks.length - 1] as Chunk<Item>);
}
