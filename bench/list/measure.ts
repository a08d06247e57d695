/** Results land here, so that no optimiser may decide that nobody needs the work. */
export const sink: { last: unknown } = { last: null };

/**
 * Best ms of `work` over `rounds`, after one round that only warms up: what the machine can do when nothing else holds its
 * cores. CPU clocks would be fairer to a busy machine, but on many Linux kernels they advance in steps of 4 ms.
 * `prepare` makes what a round needs and is not timed.
 */
export function bestMs<T>(rounds: number, prepare: () => T, work: (prepared: T) => unknown): number {
  sink.last = work(prepare());
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const prepared = prepare();
    globalThis.gc?.({ type: 'minor' });
    const start = performance.now();
    sink.last = work(prepared);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
