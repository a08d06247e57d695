/** What concerns one and the same (a visitor, an account) happens one after the other. */
export class Turns<Key> {
  readonly #last = new Map<Key, Promise<void>>();

  /** Runs `work` once everything begun earlier under this key is over, however that ended. */
  run<T>(key: Key, work: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(work);
    const over = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(key, over);
    void over.then(() => {
      if (this.#last.get(key) === over) this.#last.delete(key);
    });
    return turn;
  }

  /** Keys with something under way. */
  get size(): number {
    return this.#last.size;
  }
}
