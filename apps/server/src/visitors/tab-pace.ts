import { TokenBucket } from '../platform/token-bucket.ts';

/** What a tab says that is kept, or that everybody's screens are told of. */
export type Paced = 'page' | 'title' | 'identity';

/** Nobody turns thirty pages at once and goes on with one a second; a script that does would fill the disk with them. */
const PACES: Readonly<Record<Paced, { readonly perSecond: number; readonly burst: number }>> = {
  page: { perSecond: 1, burst: 30 },
  title: { perSecond: 1, burst: 10 },
  identity: { perSecond: 1, burst: 10 },
};

/** How fast one tab may go on. A bucket is made when it is first needed: most tabs never need but the first. */
export class TabPace {
  readonly #buckets: { [Kind in Paced]?: TokenBucket } = {};

  /** False: faster than anybody reads. */
  admits(kind: Paced, at: number): boolean {
    const { perSecond, burst } = PACES[kind];
    const bucket = this.#buckets[kind] ?? new TokenBucket(perSecond, burst, at);
    this.#buckets[kind] = bucket;
    return bucket.take(at);
  }
}
