import type { PlaceCounts } from '@vetrina/domain/places';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useAgentFeed, useFeed } from '../feed/use-feed.tsx';
import type { PlacesView } from '../feed/watched-places.ts';
import { arrivedIn, figuresOf } from './map-figures.ts';

/** Where the people of a view are, while somebody looks; null until the server told. */
export function usePlaces({ filter, query }: PlacesView) {
  const feed = useAgentFeed();
  const counts = useFeed(({ places }) => places.counts);
  const isLive = useFeed(({ places }) => places.isLive);
  const watch = useFeed(({ places }) => places.watch);
  useEffect(() => feed?.watchPlaces({ filter, query }), [feed, filter, query]);
  useEffect(() => () => feed?.watchPlaces(null), [feed]);
  const figures = useMemo(() => (counts ? figuresOf(counts) : []), [counts]);
  return { counts, isLive, figures, arrivals: useArrivals(isLive ? counts : null, watch) };
}

/** One ring on the map. */
export interface Arrival {
  readonly key: number;
  readonly code: string;
}

/** More at once than this is a flicker and no news. */
const AT_ONCE = 12;

/** Where somebody came a moment ago; the first numbers of a view are nobody's arrival. */
function useArrivals(counts: PlaceCounts | null, watch: number): readonly Arrival[] {
  const last = useRef<{ counts: PlaceCounts; watch: number } | null>(null);
  const made = useRef(0);
  const [arrivals, setArrivals] = useState<readonly Arrival[]>([]);
  useEffect(() => {
    const before = last.current;
    last.current = counts && { counts, watch };
    const codes = counts && before?.watch === watch ? arrivedIn(before.counts, counts).slice(0, AT_ONCE) : [];
    // Rings of the past are not taken away: they have faded.
    if (codes.length > 0) setArrivals(codes.map((code) => ({ code, key: ++made.current })));
  }, [counts, watch]);
  return arrivals;
}
