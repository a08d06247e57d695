import type { Places } from '@vetrina/protocol/messages/places';

/** How many people are where. */
export interface PlaceCounts {
  readonly total: number;
  /** False: a lower bound, the search still runs. */
  readonly totalIsFinal: boolean;
  /** People of whom no country is known. */
  readonly unknown: number;
  /** By ISO 3166-1 alpha-2, nobody left out and none at 0. */
  readonly countries: ReadonlyMap<string, number>;
}

/** What turns `before` (null: nothing yet) into `now`, its `watch` left to the sender; null when they say the same. */
export function diffPlaces(before: PlaceCounts | null, now: PlaceCounts): Omit<Places, 'watch'> | null {
  const { total, totalIsFinal, unknown } = now;
  const head = { type: 'places', isWhole: before === null, total, totalIsFinal, unknown } as const;
  if (before === null) return { ...head, countries: [...now.countries] };
  const countries = [...now.countries].filter(([code, count]) => before.countries.get(code) !== count);
  for (const code of before.countries.keys()) if (!now.countries.has(code)) countries.push([code, 0]);
  const isSame = before.total === total && before.totalIsFinal === totalIsFinal && before.unknown === unknown;
  return isSame && countries.length === 0 ? null : { ...head, countries };
}

/** The counts after a frame; null: it continues something that is not known. */
export function takePlaces(before: PlaceCounts | null, frame: Places): PlaceCounts | null {
  if (before === null && !frame.isWhole) return null;
  const countries = new Map(frame.isWhole ? [] : before?.countries);
  for (const [code, count] of frame.countries) {
    if (count === 0) countries.delete(code);
    else countries.set(code, count);
  }
  return { total: frame.total, totalIsFinal: frame.totalIsFinal, unknown: frame.unknown, countries };
}
