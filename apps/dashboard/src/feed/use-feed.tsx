import { useQuery, useQueryClient } from '@tanstack/react-query';
import { browserSocketEnv } from '@vetrina/socket/browser-env';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { isTurnedAway } from '../api/turned-away.ts';
import { type AgentFeed, openAgentFeed } from './agent-feed.ts';
import { watchAttention } from './attention.ts';
import type { ChatFeed } from './chat-feed.ts';
import { EMPTY_FEED, type Feed } from './feed-state.ts';
import { EMPTY_OUTBOX, type Outbox } from './outbox.ts';
import { openOutboxStore } from './outbox-store.ts';
import { randomMessageId } from './random-id.ts';

const FeedContext = createContext<AgentFeed | null>(null);

/** Holds the agent's socket for everything below it; it lives as long as somebody is signed in. */
export function FeedProvider({ children }: { children: ReactNode }) {
  const agent = useQuery(queries.session).data?.agent.id;
  const queryClient = useQueryClient();
  const [feed, setFeed] = useState<AgentFeed | null>(null);
  useEffect(() => {
    if (!agent) return;
    const env = browserSocketEnv(globalThis);
    const opened = openAgentFeed({
      ticket: () =>
        call('agentTicket', {}).then(
          ({ ticket }) => ticket,
          (error: unknown) => {
            if (isTurnedAway(error)) return null;
            throw error;
          },
        ),
      turnedAway: () => queryClient.setQueryData(queries.session.queryKey, (session) => session && null),
      address: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws/agent`,
      env,
      outbox: openOutboxStore(agent, window),
      accountChanged: (account) =>
        queryClient.setQueryData(queries.session.queryKey, (before) => before && { ...before, account }),
      newMessageId: randomMessageId,
    });
    const pace = (): void => opened.pace(document.visibilityState === 'visible' ? 'front' : 'background');
    document.addEventListener('visibilitychange', pace);
    const endAttention = watchAttention({ ...env, window, page: document }, (attends) => opened.attend(attends));
    setFeed(opened);
    return () => {
      endAttention();
      document.removeEventListener('visibilitychange', pace);
      opened.close();
    };
  }, [agent, queryClient]);
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

/** A part of what is known of conversations; `select` as in `useFeed`. */
export function useChat<T>(select: (chat: ChatFeed) => T): T {
  return useFeed((feed) => select(feed.chat));
}

/** C3: what this agent said and the server has not taken yet. */
export function useOutbox(): Outbox {
  const feed = useContext(FeedContext);
  return useSyncExternalStore(feed?.subscribe ?? nothing, () => feed?.outbox() ?? EMPTY_OUTBOX);
}
