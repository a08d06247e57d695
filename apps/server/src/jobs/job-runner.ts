import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { type JobKind, type JobOf, job } from './kinds.ts';
import { maskAddresses } from './mask-addresses.ts';
import type { ClaimedJob, JobEnd, JobRecords } from './ports.ts';
import { waitAfter } from './retry.ts';

/** What is done about each kind of job. `id` is the same in every attempt at one job. */
export type JobHandlers = {
  readonly [Kind in JobKind]: (payload: JobOf<Kind>['payload'], id: string) => Promise<JobEnd>;
};

export interface JobRunnerParts {
  readonly records: JobRecords;
  readonly handlers: JobHandlers;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  readonly count: (kind: string, outcome: 'done' | 'retried' | 'failed') => void;
}

/** Claimed in one go; they run beside each other. */
const AT_ONCE = 5;
/** A process that is silent for so long with a job is taken for dead, ms; longer than any job may take. */
const LEASE = 5 * 60_000;
/** Other processes add jobs too, and a clock may jump: looked at least this often, ms. */
const LOOK_EVERY = 30_000;
/** After the database did not answer, ms. */
const AFTER_TROUBLE = 5_000;
const LONGEST_ERROR = 1_000;

/**
 * Runs due jobs in this process, at least once each: whoever is killed half-way leaves a claim that runs out, and somebody
 * else begins again.
 */
export class JobRunner {
  readonly #parts: JobRunnerParts;
  #state: 'idle' | 'working' | 'stopped' = 'stopped';
  #cancel: () => void = () => {};
  #lookAt = Number.POSITIVE_INFINITY;
  #work: Promise<void> = Promise.resolve();

  constructor(parts: JobRunnerParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#state = 'idle';
    this.#look(this.#parts.clock.now());
  }

  /** Something is due at `at`, ms since 1970. */
  expect(at: number): void {
    if (at < this.#lookAt) this.#look(at);
  }

  /** Begins nothing more; resolves once what is under way has ended. */
  async stop(): Promise<void> {
    this.#state = 'stopped';
    this.#cancel();
    await this.#work;
  }

  #look(at: number): void {
    this.#lookAt = at;
    if (this.#state !== 'idle') return;
    const { clock } = this.#parts;
    this.#cancel();
    const wait = Math.min(Math.max(0, at - clock.now()), LOOK_EVERY);
    this.#cancel = clock.after(wait, () => {
      this.#work = this.#sweep();
    });
  }

  async #sweep(): Promise<void> {
    const { records, clock, log } = this.#parts;
    this.#state = 'working';
    this.#lookAt = Number.POSITIVE_INFINITY;
    let next = clock.now() + LOOK_EVERY;
    try {
      for (;;) {
        const now = clock.now();
        const jobs = await records.claim(now, now + LEASE, AT_ONCE);
        await Promise.all(jobs.map((claimed) => this.#run(claimed)));
        if (jobs.length < AT_ONCE || this.#stopped()) break;
      }
      next = Math.min(next, (await records.nextDue()) ?? next);
    } catch (error) {
      log.warn({ err: error }, 'Jobs could not be looked for');
      next = clock.now() + AFTER_TROUBLE;
    }
    if (this.#stopped()) return;
    this.#state = 'idle';
    this.#look(Math.min(next, this.#lookAt));
  }

  /** Asked anew after every wait; a field read directly would be remembered by the type checker. */
  #stopped(): boolean {
    return this.#state === 'stopped';
  }

  async #run(claimed: ClaimedJob): Promise<void> {
    const { records, clock, count, log } = this.#parts;
    const end = await this.#attempt(claimed);
    if (end === 'done') {
      count(claimed.kind, 'done');
      return records.finish(claimed);
    }
    const facts = { job: claimed.kind, id: claimed.id, attempts: claimed.attempts, because: end.because };
    const wait = end.hopeless ? null : waitAfter(claimed.attempts, end.notBefore);
    if (wait === null) {
      count(claimed.kind, 'failed');
      log.error(facts, 'A job was given up');
      return records.giveUp(claimed, clock.now(), end.because);
    }
    count(claimed.kind, 'retried');
    log.warn(facts, 'A job will be tried again');
    return records.postpone(claimed, clock.now() + wait, end.because);
  }

  async #attempt({ id, kind, payload }: ClaimedJob): Promise<'done' | Mishap> {
    try {
      const read = job.safeParse({ kind, payload: JSON.parse(payload) });
      // Written by a newer version of the server, say: no attempt will understand it better.
      if (!read.success) return { hopeless: true, notBefore: 0, because: 'the payload was not understood' };
      const handle = this.#parts.handlers[read.data.kind] as (payload: unknown, id: string) => Promise<JobEnd>;
      const end = await handle(read.data.payload, id);
      if (end === 'done') return end;
      if ('again' in end) return { hopeless: false, notBefore: end.again, because: cut(end.because) };
      return { hopeless: true, notBefore: 0, because: cut(end.hopeless) };
    } catch (error) {
      return { hopeless: false, notBefore: 0, because: cut(error instanceof Error ? error.message : String(error)) };
    }
  }
}

/** `notBefore`: in so many ms at the earliest. */
interface Mishap {
  readonly hopeless: boolean;
  readonly notBefore: number;
  readonly because: string;
}

/** For the log and for `last_error`. */
const cut = (text: string): string => maskAddresses(text.slice(0, LONGEST_ERROR));
