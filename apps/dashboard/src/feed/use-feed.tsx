import { browserSocketEnv } from '@vetrina/socket/browser-env';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { call } from '../api/client.ts';
import { type AgentFeed, openAgentFeed } from './agent-feed.ts';
import { EMPTY_FEED, type Feed } from './feed-state.ts';

const FeedContext = createContext<AgentFeed | null>(null);

/** Holds the agent's socket for everything below it; it lives as long as somebody is signed in. */
export function FeedProvider({ children }: { children: ReactNode }) {
  const [feed, setFeed] = useState<AgentFeed | null>(null);
  useEffect(() => {
    const opened = openAgentFeed({
      ticket: async () => (await call('agentTicket', {})).ticket,
      address: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws/agent`,
      env: browserSocketEnv(globalThis),
    });
    const pace = (): void => opened.pace(document.visibilityState === 'visible' ? 'front' : 'background');
    document.addEventListener('visibilitychange', pace);
    setFeed(opened);
    return () => {
      document.removeEventListener('visibilitychange', pace);
      opened.close();
    };
  }, []);
  return <FeedContext value={feed}>{children}</FeedContext>;
}

/** The verbs of the feed; null until the socket exists. */
export function useAgentFeed(): AgentFeed | null {
  return useContext(FeedContext);
}

const nothing = (): (() => void) => () => undefined;

/** A part of the feed. `select` must return the same value for the same feed, or the screen draws without end. */
export function useFeed<T>(select: (feed: Feed) => T): T {
  const feed = useContext(FeedContext);
  return useSyncExternalStore(feed?.subscribe ?? nothing, () => select(feed?.snapshot() ?? EMPTY_FEED));
}
