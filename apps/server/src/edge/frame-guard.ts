/** How much one socket may send. Frames per second refill the bucket up to its burst; five bad frames in 10 s end it. */
export const FRAME_LIMITS = {
  perSecond: 20,
  burst: 60,
  badFrames: 5,
  badWithin: 10_000,
} as const;

/**
 * Keeps count of one socket's frames. Two numbers and a small ring: cheap enough to stand before anything is decoded, so
 * that a flood costs no more than reading it.
 */
export class FrameGuard {
  #tokens: number = FRAME_LIMITS.burst;
  #filledAt: number;
  #badTimes: number[] = [];

  constructor(now: number) {
    this.#filledAt = now;
  }

  /** False: this socket sends too much. */
  admits(now: number): boolean {
    const refill = ((now - this.#filledAt) / 1_000) * FRAME_LIMITS.perSecond;
    // A clock that was set back must not take tokens away.
    this.#tokens = Math.min(FRAME_LIMITS.burst, this.#tokens + Math.max(0, refill));
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Notes a frame that was not understood. True: it was one too many. */
  bad(now: number): boolean {
    this.#badTimes = this.#badTimes.filter((at) => now - at < FRAME_LIMITS.badWithin);
    this.#badTimes.push(now);
    return this.#badTimes.length >= FRAME_LIMITS.badFrames;
  }
}
