/** A visitor away for this many ms is on a new visit when coming back (V1). */
export const VISIT_GAP = 30_000;

/** What is kept of a visitor's latest visit; times are ms since 1970. */
export interface LastVisit {
  readonly startedAt: number;
  /** Null: nobody noticed it end, because it goes on or because the server stopped in the middle of it. */
  readonly endedAt: number | null;
  readonly lastSeenAt: number;
}

/**
 * V1: is someone who opens a page at `now` (ms) still on the last visit? `downtime` is how long the server itself was
 * away since then (ms): nobody could be seen meanwhile, so it does not count against the visitor.
 */
export function continuesVisit(last: LastVisit | null, now: number, downtime: number): boolean {
  if (last === null) return false;
  const lastSign = Math.max(last.lastSeenAt, last.endedAt ?? last.lastSeenAt);
  return now - lastSign - Math.max(0, downtime) < VISIT_GAP;
}
