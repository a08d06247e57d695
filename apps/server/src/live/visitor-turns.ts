import type { VisitorId } from '@vetrina/protocol/ids';

/**
 * What concerns one visitor's conversations happens one after the other, reactions included: a database that answers two
 * requests in the other order than it took them would otherwise show entries in that order.
 */
export class VisitorTurns {
  readonly #last = new Map<VisitorId, Promise<void>>();

  /** Runs `work` once everything begun earlier for this visitor is over, however that ended. */
  run<T>(visitor: VisitorId, work: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(visitor) ?? Promise.resolve()).then(work);
    const over = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(visitor, over);
    void over.then(() => {
      if (this.#last.get(visitor) === over) this.#last.delete(visitor);
    });
    return turn;
  }

  /** Visitors with something under way. */
  get size(): number {
    return this.#last.size;
  }
}
