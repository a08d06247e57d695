/** Lets so many pieces of work be under way at a time; the others wait in their order. */
export class Turnstile {
  readonly #most: number;
  readonly #queue: (() => void)[] = [];
  #under = 0;

  constructor(most: number) {
    this.#most = most;
  }

  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#under >= this.#most) await new Promise<void>((resolve) => this.#queue.push(resolve));
    else this.#under += 1;
    try {
      return await work();
    } finally {
      const next = this.#queue.shift();
      // Whoever waits takes the place that gets free.
      if (next === undefined) this.#under -= 1;
      else next();
    }
  }
}
