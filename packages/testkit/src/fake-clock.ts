interface Timer {
  readonly task: () => void;
  readonly every: number | null;
  readonly order: number;
  at: number;
}

/** A readable start for tests: Sunday 22 November 2026, 09:00 UTC. */
export const START = Date.UTC(2026, 10, 22, 9);

/**
 * A clock that only moves when told to. It has the shape of the server's `Clock` and of the browser code's timers.
 * Timers run in the order of their time, then of their making, each at exactly its time.
 */
export class FakeClock {
  #now: number;
  #made = 0;
  readonly #timers = new Set<Timer>();

  constructor(start = START) {
    this.#now = start;
  }

  now = (): number => this.#now;

  after = (ms: number, task: () => void): (() => void) => this.#add(ms, null, task);

  every = (ms: number, task: () => void): (() => void) => this.#add(ms, ms, task);

  /** How many timers wait: what a leak test counts. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Moves time by `ms` and runs what falls due, without letting promises settle in between. */
  advance(ms: number): void {
    const until = this.#now + ms;
    for (let timer = this.#nextBy(until); timer !== null; timer = this.#nextBy(until)) this.#run(timer);
    this.#now = until;
  }

  /** Moves time by `ms`; after each timer that ran, promises settle before the next one does. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    await settle();
    for (let timer = this.#nextBy(until); timer !== null; timer = this.#nextBy(until)) {
      this.#run(timer);
      await settle();
    }
    this.#now = until;
  }

  #add(ms: number, every: number | null, task: () => void): () => void {
    this.#made += 1;
    const timer: Timer = { task, every, order: this.#made, at: this.#now + Math.max(0, ms) };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  #nextBy(until: number): Timer | null {
    let next: Timer | null = null;
    for (const timer of this.#timers) {
      if (timer.at > until) continue;
      if (next === null || timer.at < next.at || (timer.at === next.at && timer.order < next.order)) next = timer;
    }
    return next;
  }

  #run(timer: Timer): void {
    this.#now = Math.max(this.#now, timer.at);
    if (timer.every === null) this.#timers.delete(timer);
    else timer.at += Math.max(1, timer.every);
    timer.task();
  }
}

/** Lets every promise that can settle without time or I/O do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}
