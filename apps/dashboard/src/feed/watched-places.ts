import { type PlaceCounts, takePlaces } from '@vetrina/domain/places';
import type { FromAgent } from '@vetrina/protocol/from-agent';
import type { ListFilter } from '@vetrina/protocol/messages/list-shape';
import type { Places } from '@vetrina/protocol/messages/places';

/** Whose countries are counted. */
export interface PlacesView {
  readonly filter: ListFilter;
  readonly query: string;
}

export interface WatchedPlaces {
  readonly view: PlacesView | null;
  /** Number of the latest question; answers to older ones are dropped. */
  readonly watch: number;
  /** The last known numbers; they stay while the line is down or another view is on its way. */
  readonly counts: PlaceCounts | null;
  readonly isLive: boolean;
}

export const EMPTY_PLACES: WatchedPlaces = { view: null, watch: 0, counts: null, isLive: false };

export function askPlaces(places: WatchedPlaces, view: PlacesView | null): WatchedPlaces {
  return { view, watch: places.watch + 1, counts: view === null ? null : places.counts, isLive: false };
}

export function placesFrame({ view, watch }: WatchedPlaces): FromAgent {
  return { type: 'watch-places', watch, of: view };
}

export function takePlacesFrame(places: WatchedPlaces, frame: Places): WatchedPlaces {
  if (frame.watch !== places.watch) return places;
  const counts = takePlaces(places.counts, frame);
  return counts === null ? places : { ...places, counts, isLive: true };
}

export function sameView(a: PlacesView | null, b: PlacesView | null): boolean {
  return a?.filter === b?.filter && a?.query === b?.query;
}
