import type { ComeBack } from '@vetrina/protocol/close-codes';
import { RHYTHM } from '@vetrina/protocol/limits';

/** All in ms. */
export const PATIENCE = {
  /** The first wait is drawn from 0…firstWait, each further one from twice as much, up to longestWait. */
  firstWait: 500,
  longestWait: 30_000,
  /** Nothing heard for this long: the socket is dead whatever the browser believes. The slack covers one late beat. */
  silence: RHYTHM.beat + RHYTHM.beatGrace + 2_000,
  /** A handshake that hangs (a black-holed route) is given up. */
  handshake: 15_000,
  /** How often the socket looks at the clock; also how soon a wake from sleep is noticed. */
  look: 5_000,
  /** After a late look, frames may be waiting behind it: they get this long to arrive before the verdict. */
  secondLook: 1_000,
} as const;

/**
 * How long to wait before the next attempt, in ms.
 *
 * Full jitter (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/): a draw from the whole window,
 * so that a herd of clients that lost one server is spread evenly. `rest` stands in front of the draw and widens the window
 * to at least itself.
 *
 * @param rest ms that the server asked for
 * @param attempt how many attempts have failed since the server was last heard, from 0
 * @param random uniform in [0, 1)
 */
export function waitAfterRest(rest: number, attempt: number, random: number): number {
  return rest + random * Math.max(rest, Math.min(PATIENCE.longestWait, PATIENCE.firstWait * 2 ** attempt));
}

/** The same for an entry of the catalogue of close codes; null: do not come back. */
export function waitBeforeAttempt(comeBack: ComeBack, attempt: number, random: number): number | null {
  if (comeBack.when === 'never') return null;
  return waitAfterRest(comeBack.when === 'after' ? comeBack.ms : 0, attempt, random);
}

/**
 * Is a socket that was last heard at `heardAt` still alive at `now` (wall-clock ms)? A look that came much later than
 * planned means the machine slept or the tab was frozen; what was sent meanwhile may still be queued, so the answer is
 * put off once.
 *
 * @returns ms until the next look; 0: it is dead
 */
export function waitBeforeLook(now: number, heardAt: number, plannedAt: number): number {
  if (now - heardAt < PATIENCE.silence) return PATIENCE.look;
  return now - plannedAt > PATIENCE.look ? PATIENCE.secondLook : 0;
}
