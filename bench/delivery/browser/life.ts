/**
 * How long a page lives. Everything that a browser tells a page goes through its life, so that a page that was left runs no
 * further: what it had begun stays begun.
 */
export class Life {
  #isOver = false;
  readonly #lastDeeds = new Set<() => void>();

  get isOver(): boolean {
    return this.#isOver;
  }

  tell(task: () => void): void {
    if (!this.#isOver) task();
  }

  /** A promise whose outcome a page that was left never hears of. */
  heard<Value>(promise: Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      promise.then(
        (value) => this.tell(() => resolve(value)),
        (reason: unknown) => this.tell(() => reject(reason as Error)),
      );
    });
  }

  /** What is to be done when it ends; the answered function takes that back. */
  atEnd(deed: () => void): () => void {
    this.#lastDeeds.add(deed);
    return () => void this.#lastDeeds.delete(deed);
  }

  end(): void {
    this.#isOver = true;
    for (const deed of this.#lastDeeds) deed();
    this.#lastDeeds.clear();
  }
}
