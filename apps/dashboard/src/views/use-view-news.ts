import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAgentFeed, useFeed } from '../feed/use-feed.tsx';
import { viewQueries } from './view-queries.ts';

/** SV4: what a colleague saves, shares or removes is on every screen at once; what was missed, after the next welcome. */
export function useViewNews(): void {
  const queryClient = useQueryClient();
  const feed = useAgentFeed();
  const isWelcome = useFeed(({ welcomed }) => welcomed);
  useEffect(() => {
    const readAgain = () => void queryClient.invalidateQueries({ queryKey: viewQueries.views.queryKey });
    if (isWelcome) readAgain();
    return feed?.onViewNews((news) => {
      if (news.type === 'views-changed') readAgain();
    });
  }, [feed, isWelcome, queryClient]);
}
