import { TokenBucket } from '../platform/token-bucket.ts';

/**
 * How much one socket may send. Frames per second refill the bucket up to its burst; five bad frames in 10 s end it, and so
 * do twenty that are dropped in one go because its address sends too much.
 */
export const FRAME_LIMITS = {
  perSecond: 20,
  burst: 60,
  badFrames: 5,
  badWithin: 10_000,
  dropped: 20,
} as const;

/**
 * Keeps count of one socket's frames. A bucket and a small ring: cheap enough to stand before anything is decoded, so
 * that a flood costs no more than reading it.
 */
export class FrameGuard {
  readonly #bucket: TokenBucket;
  #badTimes: number[] = [];
  #dropped: TokenBucket | null = null;

  constructor(now: number) {
    this.#bucket = new TokenBucket(FRAME_LIMITS.perSecond, FRAME_LIMITS.burst, now);
  }

  /** False: this socket sends too much. */
  admits(now: number): boolean {
    return this.#bucket.take(now);
  }

  /** Notes a frame that was not understood. True: it was one too many. */
  bad(now: number): boolean {
    this.#badTimes = this.#badTimes.filter((at) => now - at < FRAME_LIMITS.badWithin);
    this.#badTimes.push(now);
    return this.#badTimes.length >= FRAME_LIMITS.badFrames;
  }

  /**
   * Notes a frame that is dropped because its address sends too much. `flood`: this socket is one of those that send it, and
   * no neighbour of theirs.
   */
  dropped(now: number): 'first' | 'again' | 'flood' {
    const first = this.#dropped === null;
    this.#dropped ??= new TokenBucket(1, FRAME_LIMITS.dropped, now);
    if (!this.#dropped.take(now)) return 'flood';
    return first ? 'first' : 'again';
  }
}
