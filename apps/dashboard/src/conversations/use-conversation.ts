import type { ConversationId } from '@vetrina/protocol/ids';
import { useEffect, useMemo } from 'react';
import type { FollowedConversation } from '../feed/followed-conversation.ts';
import type { Queued } from '../feed/outbox.ts';
import { useAgentFeed, useChat, useOutbox } from '../feed/use-feed.tsx';

/** Keeps one conversation live on this screen; null until the socket answered for it. */
export function useConversation(id: ConversationId): FollowedConversation | null {
  const feed = useAgentFeed();
  useEffect(() => {
    feed?.followConversation(id);
    return () => feed?.followConversation(null);
  }, [feed, id]);
  const followed = useChat((chat) => chat.conversation);
  return followed?.id === id ? followed : null;
}

/** C3: what this agent said in a conversation and is not yet among its entries. */
export function usePending(followed: FollowedConversation | null): readonly Queued[] {
  const { queue } = useOutbox();
  return useMemo(() => {
    if (!followed) return [];
    const shown = new Set(followed.entries.map(({ id }) => id));
    return queue.filter((queued) => isOf(queued, followed) && !shown.has(queued.message.id));
  }, [queue, followed]);
}

function isOf({ message: { to }, standing }: Queued, followed: FollowedConversation): boolean {
  if (standing.is === 'said') return standing.conversation === followed.id;
  if (to.to === 'conversation') return to.conversation === followed.id;
  return to.visitor === followed.summary?.visitor.id && followed.summary.state !== 'resolved';
}
