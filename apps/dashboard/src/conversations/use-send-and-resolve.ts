import type { ConversationId } from '@vetrina/protocol/ids';
import { useEffect, useState } from 'react';
import { call } from '../api/client.ts';
import type { Queued } from '../feed/outbox.ts';
import { useOutbox } from '../feed/use-feed.tsx';

/**
 * Resolves a conversation once the server has what was said in it before: a message that came after would open it again.
 * What was refused keeps it open. Answers what to call to have it resolved.
 */
export function useSendAndResolve(conversation: ConversationId, onError: (error: unknown) => void): () => void {
  const [isWanted, setWanted] = useState(false);
  const { queue } = useOutbox();
  const said = queue.filter(({ message: { to } }) => to.to === 'conversation' && to.conversation === conversation);
  const isRefused = said.some(({ standing }) => standing.is === 'refused');
  const isUnderWay = said.some(isNotTaken);
  useEffect(() => {
    if (!isWanted || (isUnderWay && !isRefused)) return;
    setWanted(false);
    if (!isRefused) call('resolveConversation', { params: { conversation } }).catch(onError);
  }, [isWanted, isUnderWay, isRefused, conversation, onError]);
  return () => setWanted(true);
}

const isNotTaken = ({ standing }: Queued): boolean => standing.is !== 'said' && standing.is !== 'refused';
