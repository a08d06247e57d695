import type { Clock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';

/** How often something may be tried: `tries` within any `withinMs`, counted per name. */
export interface AttemptLimit {
  /** Counts one attempt under each of the names. @throws Refusal `too_many_requests` when any has used up its tries. */
  count(...names: readonly string[]): void;
  /** Forgets a name's attempts: it succeeded. */
  forgive(name: string): void;
}

/** Names remembered at most; the oldest windows go first, so that inventing names fills no memory. */
const MOST_NAMES = 50_000;

/** Fixed windows: the first attempt opens one, and it is over `withinMs` later. */
export function createAttemptLimit(clock: Pick<Clock, 'now'>, tries: number, withinMs: number): AttemptLimit {
  const windows = new Map<string, { readonly opened: number; used: number }>();
  return {
    count(...names) {
      const now = clock.now();
      let wait = 0;
      for (const name of names) {
        let window = windows.get(name);
        if (window === undefined || now - window.opened >= withinMs) {
          windows.delete(name);
          window = { opened: now, used: 0 };
          windows.set(name, window);
          const oldest = windows.size > MOST_NAMES ? windows.keys().next().value : undefined;
          if (oldest !== undefined) windows.delete(oldest);
        }
        window.used += 1;
        if (window.used > tries) wait = Math.max(wait, window.opened + withinMs - now);
      }
      if (wait > 0) throw new Refusal('too_many_requests', { retryAfterMs: wait });
    },
    forgive(name) {
      windows.delete(name);
    },
  };
}
