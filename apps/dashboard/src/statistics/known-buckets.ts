import type { Statistics } from '@vetrina/protocol/http/statistics';

/** How many buckets have begun: what is still to come is not nothing, it is unknown. */
export const knownBuckets = ({ buckets, until }: Pick<Statistics, 'buckets' | 'until'>): number =>
  buckets.filter((at) => at < until).length;

/**
 * How many of them are whole. The one that is still filling is lower than it is going to be, and so is the one before, which
 * ends at the same time of day: drawn as if it were whole, either looks like a fall that never was.
 */
export const wholeBuckets = (found: Pick<Statistics, 'buckets' | 'until'>): number =>
  Math.max(0, knownBuckets(found) - (isMidnight(found.until) ? 0 : 1));

/** A day ends: the span that does is over, and its last bucket is whole. */
const isMidnight = (at: number): boolean => new Date(at).getDate() !== new Date(at - 1).getDate();
