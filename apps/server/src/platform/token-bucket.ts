/** "So many a second, and so many in one go": two numbers, cheap enough for every frame of every socket. */
export class TokenBucket {
  readonly #perSecond: number;
  readonly #burst: number;
  #tokens: number;
  #filledAt: number;

  constructor(perSecond: number, burst: number, now: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#tokens = burst;
    this.#filledAt = now;
  }

  /** False: too much at this moment; then nothing is taken. */
  take(now: number, amount = 1): boolean {
    // A clock that was set back must not take tokens away.
    const refill = (Math.max(0, now - this.#filledAt) / 1_000) * this.#perSecond;
    this.#tokens = Math.min(this.#burst, this.#tokens + refill);
    this.#filledAt = now;
    if (this.#tokens < amount) return false;
    this.#tokens -= amount;
    return true;
  }

  /** When it was last asked, ms since 1970. */
  get askedAt(): number {
    return this.#filledAt;
  }
}
