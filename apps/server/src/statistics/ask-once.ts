import type { Clock } from '../platform/clock.ts';

interface Asked<Answer> {
  readonly until: number;
  readonly answer: Promise<Answer>;
}

/**
 * Questions that cost much: the same one is asked once for everybody who asks it within a while, and of one owner there is
 * one under way at a time, so that nobody's screens keep the database from everyone else.
 */
export class AskOnce<Owner, Answer> {
  readonly #clock: Clock;
  readonly #kept = new Map<string, Asked<Answer>>();
  readonly #last = new Map<Owner, Promise<unknown>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param keptFor how long the answer is given again, ms */
  ask(owner: Owner, question: string, keptFor: number, find: () => Promise<Answer>): Promise<Answer> {
    this.#forgetOld();
    const known = this.#kept.get(question);
    if (known !== undefined) return known.answer;
    const answer = (this.#last.get(owner) ?? Promise.resolve()).then(find);
    this.#kept.set(question, { until: this.#clock.now() + keptFor, answer });
    const over = answer.then(
      () => undefined,
      () => void this.#kept.delete(question),
    );
    this.#last.set(owner, over);
    void over.then(() => {
      if (this.#last.get(owner) === over) this.#last.delete(owner);
    });
    return answer;
  }

  #forgetOld(): void {
    const now = this.#clock.now();
    for (const [question, { until }] of this.#kept) if (until <= now) this.#kept.delete(question);
  }
}
