/** Chance that repeats: the same seed gives the same run, so a failing fuzz is replayed by the seed it printed. */
export interface SeededRandom {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number at least 0, less than `max`. */
  int(max: number): number;
  /** Throws on an empty list. */
  pick<T>(list: readonly T[]): T;
  /** A new list with the same members. */
  shuffle<T>(list: readonly T[]): T[];
}

/** Mulberry32: 32 bits of state, plenty for tests and crowds, useless for secrets. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const int = (max: number) => Math.floor(next() * max);

  return {
    next,
    int,
    pick(list) {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[int(list.length)] as (typeof list)[number];
    },
    shuffle(list) {
      const mixed = [...list];
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = int(last + 1);
        const kept = mixed[last] as (typeof list)[number];
        mixed[last] = mixed[other] as (typeof list)[number];
        mixed[other] = kept;
      }
      return mixed;
    },
  };
}
