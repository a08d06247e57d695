import { useQuery } from '@tanstack/react-query';
import type { SavedView } from '@vetrina/protocol/http/views';
import type { ViewId } from '@vetrina/protocol/ids';
import { useEffect } from 'react';
import { useAgentFeed, useFeed } from '../feed/use-feed.tsx';
import { viewQueries } from './view-queries.ts';

const NONE: readonly SavedView[] = [];

export interface Views {
  /** In the order of this agent's sidebar; empty until they are known. */
  readonly views: readonly SavedView[];
  readonly isKnown: boolean;
  readonly error: unknown;
}

/** SV2: the saved views that this agent sees, for whatever lists them. */
export function useViews(): Views {
  const { data, error } = useQuery(viewQueries.views);
  return { views: data ?? NONE, isKnown: data !== undefined, error };
}

/** SV4: counts are kept while this is on screen. `isShown` false: not now. */
export function useViewCounts(isShown: boolean): void {
  const feed = useAgentFeed();
  useEffect(() => {
    feed?.showViews(isShown);
    return () => feed?.showViews(false);
  }, [feed, isShown]);
}

/** How many people a view shows; null: not known yet. */
export function useViewCount(view: ViewId): number | null {
  return useFeed((feed) => feed.viewCounts.get(view) ?? null);
}
