import type { VisitorId } from '@vetrina/protocol/ids';
import { useEffect } from 'react';
import { useAgentFeed, useFeed } from '../feed/use-feed.tsx';

/** V7: one person's details, kept live for as long as they are on screen; `unknown`: nobody this agent may see. */
export function useFollowedVisitor(visitor: VisitorId) {
  const feed = useAgentFeed();
  const followed = useFeed((state) => state.followed);
  useEffect(() => {
    feed?.follow(visitor);
    return () => feed?.follow(null);
  }, [feed, visitor]);
  return followed?.visitor === visitor ? followed.details : 'loading';
}
