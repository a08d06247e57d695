/** Something that keeps a page busy, ms since the navigation. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Lighthouse's: so long without a long task, and with at most two requests under way. */
export const QUIET = 5_000;
const FEW_REQUESTS = 2;
/** The browser mentions no shorter task; what goes beyond it blocks. */
const LONG_TASK = 50;

/** From when on more requests than a few are under way, and until when. */
function busyTimes(requests: readonly Span[]): Span[] {
  const edges = requests
    .flatMap(({ from, to }) => [
      { at: from, by: 1 },
      { at: to, by: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by);
  const busy: Span[] = [];
  let open = 0;
  let since = 0;
  for (const { at, by } of edges) {
    if (by > 0 && open === FEW_REQUESTS) since = at;
    if (by < 0 && open === FEW_REQUESTS + 1) busy.push({ from: since, to: at });
    open += by;
  }
  return busy;
}

/**
 * Time to interactive as Lighthouse defines it: the end of the last long task before the first quiet window that begins after
 * the first content is painted. Null: there was no such window up to `seenUntil`.
 */
export function interactiveAt(
  firstPaint: number,
  tasks: readonly Span[],
  requests: readonly Span[],
  seenUntil: number,
): number | null {
  const disturbances = [...tasks, ...busyTimes(requests)]
    .filter(({ to }) => to > firstPaint)
    .sort((a, b) => a.from - b.from);
  let quietSince = firstPaint;
  for (const { from, to } of disturbances) {
    if (from - quietSince >= QUIET) break;
    quietSince = Math.max(quietSince, to);
  }
  if (seenUntil - quietSince < QUIET) return null;
  const before = tasks.filter(({ to }) => to <= quietSince).map(({ to }) => to);
  return Math.max(firstPaint, ...before);
}

/** What long tasks take beyond 50 ms each, between the first paint and `until`. */
export function blockingTime(firstPaint: number, tasks: readonly Span[], until: number): number {
  return tasks
    .filter(({ from, to }) => to > firstPaint && from < until)
    .reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from, firstPaint) - LONG_TASK), 0);
}
