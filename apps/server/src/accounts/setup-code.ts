import { createHash, timingSafeEqual } from 'node:crypto';
import type { AttemptLimit } from '../platform/attempts.ts';
import { isLoopback, isOwnMachine } from '../platform/client-ip.ts';
import { Refusal } from '../platform/refusal.ts';

/** No letter that is read for another. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const HALF = 4;

/** The lock on a server that nobody owns yet. */
export interface SetupLock {
  /** Two groups of `HALF` letters. Made at every start and kept in memory only: it lies in no database and no backup of one. */
  readonly code: string;
  /** Guesses of everybody together: 31^8 codes outlast them for years. */
  readonly guesses: AttemptLimit;
}

/** @param secret random, of at least 64 bits */
export function setupCodeOf(secret: string): string {
  const bytes = createHash('sha256').update(secret).digest();
  const letters = [...bytes.subarray(0, 2 * HALF)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${letters.slice(0, HALF)}-${letters.slice(HALF)}`;
}

/**
 * Whoever sits at the machine itself needs no code, as long as the server is for this machine alone: behind a proxy that
 * does not say so, all the world comes from here.
 */
export function isCodeWanted(publicUrl: string, ip: string): boolean {
  return !(isOwnMachine(ip) && isLoopback(new URL(publicUrl).hostname));
}

/** Written in either case, with or without the hyphen. @throws Refusal `wrong_code`, `too_many_requests` */
export function demandSetupCode({ code, guesses }: SetupLock, given: string | undefined): void {
  guesses.count('setup');
  const digest = (text: string) =>
    createHash('sha256')
      .update(text.toUpperCase().replace(/[^A-Z\d]/g, ''))
      .digest();
  if (!timingSafeEqual(digest(given ?? ''), digest(code))) throw new Refusal('wrong_code');
}
