import type { VisitorRow } from '@vetrina/protocol/visitor-row';
import { longestRising } from './longest-rising.ts';

/** A list held still. */
export interface HeldList {
  readonly rows: VisitorRow[];
  /** Arrivals, departures and moves that applying would show: "12 changes". */
  readonly waiting: number;
}

/**
 * V10: while someone points at the list or walks through it, rows keep their places. Order and membership stay as
 * `shown`, the content of rows follows `live`; someone no longer in `live` stays as last known until the changes are
 * applied.
 */
export function holdOrder(shown: readonly VisitorRow[], live: readonly VisitorRow[]): HeldList {
  const now = new Map(live.map((row) => [row.id, row]));
  const place = new Map(shown.map((row, index) => [row.id, index]));

  const placesInLiveOrder = live.map((row) => place.get(row.id)).filter((index) => index !== undefined);
  const stayed = placesInLiveOrder.length;
  const moves = stayed - longestRising(placesInLiveOrder).length;
  const arrivals = live.length - stayed;
  const departures = shown.length - stayed;

  return { rows: shown.map((row) => now.get(row.id) ?? row), waiting: arrivals + departures + moves };
}
