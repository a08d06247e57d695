import type { Clock } from './clock.ts';
import { Refusal } from './refusal.ts';

/** How often something may be tried: `tries` within any `withinMs`, counted per name. */
export interface AttemptLimit {
  /** Counts one attempt under each of the names. @throws Refusal `too_many_requests` when any has used up its tries. */
  count(...names: readonly string[]): void;
  /** Forgets a name's attempts: it succeeded. */
  forgive(name: string): void;
}

/** Names remembered at most; the oldest windows go first, so that inventing names fills no memory. */
const MOST_NAMES = 50_000;

interface Window {
  readonly opened: number;
  used: number;
}

/** Fixed windows: the first attempt opens one, and it is over `withinMs` later. */
export function createAttemptLimit(clock: Pick<Clock, 'now'>, tries: number, withinMs: number): AttemptLimit {
  const windows = new Map<string, Window>();

  function open(name: string, now: number): Window {
    const window = { opened: now, used: 0 };
    // Taken out first, so that the map stays in the order of opening.
    windows.delete(name);
    windows.set(name, window);
    const oldest = windows.size > MOST_NAMES ? windows.keys().next().value : undefined;
    if (oldest !== undefined) windows.delete(oldest);
    return window;
  }

  /** Counts one attempt; answers how long the name has to wait, ms. */
  function waitAfterOne(name: string, now: number): number {
    const known = windows.get(name);
    const window = known === undefined || now - known.opened >= withinMs ? open(name, now) : known;
    window.used += 1;
    return window.used > tries ? window.opened + withinMs - now : 0;
  }

  return {
    count(...names) {
      const now = clock.now();
      const wait = Math.max(0, ...names.map((name) => waitAfterOne(name, now)));
      if (wait > 0) throw new Refusal('too_many_requests', { retryAfterMs: wait });
    },
    forgive(name) {
      windows.delete(name);
    },
  };
}
