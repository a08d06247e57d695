const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const ID_LENGTH = 22;

/** Chance that repeats, so that every demo has the same past. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** At least 0, less than 1. Mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  between(least: number, most: number): number {
    return Math.floor(least + this.next() * (most - least + 1));
  }

  pick<Item>(list: readonly Item[]): Item {
    return list[Math.floor(this.next() * list.length)] as Item;
  }

  /** By weight. */
  weighed<Item>(list: readonly (readonly [weight: number, item: Item])[]): Item {
    let left = this.next() * list.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, item] of list) {
      left -= weight;
      if (left < 0) return item;
    }
    return (list[0] as readonly [number, Item])[1];
  }

  /** Mostly near `middle`, seldom many times as long: how waiting times are. */
  wait(middle: number): number {
    return Math.round(middle * Math.exp((this.next() + this.next() + this.next() - 1.5) * 1.9));
  }

  id(prefix: string): string {
    let id = prefix;
    for (let nth = 0; nth < ID_LENGTH; nth += 1) id += ALPHABET[this.between(0, ALPHABET.length - 1)];
    return id;
  }
}
