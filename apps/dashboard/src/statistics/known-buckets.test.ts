import { describe, expect, it } from 'vitest';
import { knownBuckets, wholeBuckets } from './known-buckets.ts';

const HOUR = 3_600_000;
const midnight = (day: number): number => new Date(2026, 10, day).getTime();
const days = [midnight(25), midnight(26), midnight(27)];

describe('ST1: what is still filling is not drawn as whole', () => {
  it('today is known from its first moment on, and whole when it is over', () => {
    const justBegun = { buckets: days, until: midnight(27) + 1 };
    expect([knownBuckets(justBegun), wholeBuckets(justBegun)]).toEqual([3, 2]);
    const over = { buckets: days, until: midnight(28) };
    expect([knownBuckets(over), wholeBuckets(over)]).toEqual([3, 3]);
  });

  it('days to come are neither', () => {
    const early = { buckets: days, until: midnight(25) + 9 * HOUR };
    expect([knownBuckets(early), wholeBuckets(early)]).toEqual([1, 0]);
    const before = { buckets: days, until: days[0] as number };
    expect([knownBuckets(before), wholeBuckets(before)]).toEqual([0, 0]);
  });

  it('the last hour of a day is filling until midnight', () => {
    const hours = [22, 23].map((hour) => midnight(27) + hour * HOUR);
    expect(wholeBuckets({ buckets: hours, until: midnight(27) + 23.5 * HOUR })).toBe(1);
    expect(wholeBuckets({ buckets: hours, until: midnight(28) })).toBe(2);
  });
});
