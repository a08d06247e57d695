/** Attempts in all: with these waits, a mail server may be away for half a day. */
export const MOST_ATTEMPTS = 20;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 3_600_000;

/**
 * How long to wait after the n-th attempt failed, ms: twice as long each time, an hour at most, or as long as whoever refused
 * asked for; null: no more.
 */
export function waitAfter(attempts: number, asked = 0): number | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  return Math.max(asked, Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempts - 1)));
}
