import { readable } from '../table.ts';

/** Results land here, so that no optimiser may decide that nobody needs the work. */
export const sink: { last: unknown } = { last: null };

/** ms of one round: the best is what the machine can do, the median what it did. */
export interface Timing {
  readonly best: number;
  readonly median: number;
}

/**
 * Times `work` over `rounds`, after one round that only warms up. The best round is the figure to read, because other work
 * on the machine only ever adds; CPU clocks would be fairer still, but on many Linux kernels they advance in steps of 4 ms.
 * `prepare` makes what a round needs and is not timed.
 */
export function timed<T>(rounds: number, prepare: () => T, work: (prepared: T) => unknown): Timing {
  sink.last = work(prepare());
  const times = Array.from({ length: rounds }, () => {
    const prepared = prepare();
    const start = performance.now();
    sink.last = work(prepared);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { best: times[0] as number, median: times[times.length >> 1] as number };
}

/** Best ms of `work`, which needs nothing prepared. */
export function bestMs(rounds: number, work: () => unknown): number {
  return timed(rounds, () => null, work).best;
}

/** The median as a note beside the best. */
export function medianNote({ median }: Timing, times: number, unit: string): string {
  return `median ${readable(median * times)} ${unit}`;
}
