import type { Job } from './kinds.ts';

/** Work that must happen though the process ends: kept in SQL, done once it is time, tried again when it fails. */
export interface JobQueue {
  /**
   * Keeps a job; it runs at `runAt` (ms since 1970) or as soon after as possible, at least once. With a `key`: nothing is
   * added while a job of that key waits.
   */
  add(job: Job & { readonly runAt: number; readonly key?: string }): Promise<void>;
  /** Takes a waiting job back. One that runs already is not stopped. */
  cancel(key: string): Promise<void>;
}
