import { LIMITS } from '@vetrina/protocol/limits';
import type { RowRange } from '../feed/feed-state.ts';

/** Rows asked for beyond each edge of the screen, so that slow scrolling never meets a gap. */
const AHEAD = 40;
/** The window follows when fewer rows than this are left beyond an edge. */
const KEEP = 15;

/** The window that suits a screen showing rows `first`…`last` (exclusive). */
export function windowFor(first: number, last: number): RowRange {
  const offset = Math.max(0, first - AHEAD);
  const limit = Math.min(LIMITS.windowRows, Math.max(1, last + AHEAD - offset));
  return { offset, limit };
}

/**
 * The window to ask for next, or the same one while it still covers the screen with something to spare. `total` is the
 * number of rows there are: nothing lies beyond it.
 */
export function followScroll(current: RowRange, first: number, last: number, total: number): RowRange {
  const end = current.offset + current.limit;
  const coversTop = current.offset === 0 || current.offset <= first - KEEP;
  const coversBottom = end >= total || end >= last + KEEP;
  const tooFar = current.offset > last || end < first;
  return coversTop && coversBottom && !tooFar ? current : windowFor(first, last);
}
