interface Timer {
  readonly task: () => void;
  readonly every: number | null;
  at: number;
  real: ReturnType<typeof setTimeout> | null;
}

/**
 * The real time, which can be moved on: for whole servers in scenes with browsers, where half a minute is to pass at once. Has the
 * shape of the server's `Clock`.
 */
export class MovedClock {
  readonly #timers = new Set<Timer>();
  #ahead = 0;

  now = (): number => Date.now() + this.#ahead;

  after = (ms: number, task: () => void): (() => void) => this.#add(ms, null, task);

  every = (ms: number, task: () => void): (() => void) => this.#add(ms, Math.max(1, ms), task);

  /** It is `ms` later now; what falls due runs in the order of its time. */
  move(ms: number): void {
    this.#ahead += ms;
    const due = [...this.#timers].filter(({ at }) => at <= this.now()).sort((a, b) => a.at - b.at);
    for (const timer of due) if (this.#timers.has(timer)) this.#run(timer);
    for (const timer of this.#timers) this.#wind(timer);
  }

  #add(ms: number, every: number | null, task: () => void): () => void {
    const timer: Timer = { task, every, at: this.now() + ms, real: null };
    this.#timers.add(timer);
    this.#wind(timer);
    return () => {
      this.#timers.delete(timer);
      if (timer.real !== null) clearTimeout(timer.real);
    };
  }

  #wind(timer: Timer): void {
    if (timer.real !== null) clearTimeout(timer.real);
    timer.real = setTimeout(() => this.#run(timer), Math.max(0, timer.at - this.now()));
  }

  #run(timer: Timer): void {
    if (timer.every === null) {
      this.#timers.delete(timer);
      if (timer.real !== null) clearTimeout(timer.real);
    } else {
      timer.at = Math.max(timer.at + timer.every, this.now());
      this.#wind(timer);
    }
    timer.task();
  }
}
