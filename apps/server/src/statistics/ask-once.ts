import type { Clock } from '../platform/clock.ts';

/** An answer is given again for so long, ms. */
const KEPT = 20_000;

interface Asked<Answer> {
  readonly at: number;
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

  ask(owner: Owner, question: string, find: () => Promise<Answer>): Promise<Answer> {
    this.#forgetOld();
    const known = this.#kept.get(question);
    if (known !== undefined) return known.answer;
    const answer = (this.#last.get(owner) ?? Promise.resolve()).then(find);
    this.#kept.set(question, { at: this.#clock.now(), answer });
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
    const since = this.#clock.now() - KEPT;
    for (const [question, { at }] of this.#kept) if (at < since) this.#kept.delete(question);
  }
}
