import type { Job } from './kinds.ts';

/** Work that must happen though the process ends: kept in SQL, done once it is time, tried again when it fails. */
export interface JobQueue {
  /**
   * Keeps a job; it runs at `runAt` (ms since 1970) or as soon after as possible, at least once. With a `key`: nothing is
   * added while a job of that key waits for its first attempt.
   */
  add(job: Job & { readonly runAt: number; readonly key?: string }): Promise<void>;
  /** Takes a waiting job back. One that was begun is not stopped. */
  cancel(key: string): Promise<void>;
}

/**
 * How a job ended. What is thrown instead counts as a mishap: the job is tried again later. `again`: likewise, and not before so
 * many ms.
 */
export type JobEnd = 'done' | { readonly hopeless: string } | { readonly again: number; readonly because: string };

/** A job that is under way in this process. */
export interface ClaimedJob {
  readonly id: string;
  readonly kind: string;
  /** JSON text. */
  readonly payload: string;
  /** This one included. */
  readonly attempts: number;
}

/** Jobs in SQL, shared by all processes on one database. Times are ms since 1970. */
export interface JobRecords {
  /** False: a job of this key waits already. */
  add(job: {
    readonly id: string;
    readonly kind: string;
    readonly payload: string;
    readonly runAt: number;
    readonly key: string | null;
  }): Promise<boolean>;
  cancel(key: string): Promise<void>;
  /** Takes up to `limit` due jobs for this process alone, earliest first. Whose claim ran out is due again. */
  claim(now: number, until: number, limit: number): Promise<readonly ClaimedJob[]>;
  /** The three ends of a claim; they do nothing once another process holds a later one. */
  finish(job: ClaimedJob): Promise<void>;
  postpone(job: ClaimedJob, runAt: number, error: string): Promise<void>;
  /** Empties the payload, too: nobody will do it any more, and a link in it may still be good. */
  giveUp(job: ClaimedJob, at: number, error: string): Promise<void>;
  /** When the next one is due, or a claim runs out; null: nothing waits. */
  nextDue(): Promise<number | null>;
  counts(): Promise<{ readonly waiting: number; readonly failed: number }>;
  /** Forgets what was given up before then. */
  forgetFailed(before: number): Promise<void>;
}
