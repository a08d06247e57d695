import type { ConversationId } from '@vetrina/protocol/ids';
import { RHYTHM } from '@vetrina/protocol/limits';
import { useEffect, useMemo } from 'react';
import { useAgentFeed } from '../feed/use-feed.tsx';

/** Tells the visitor that somebody is writing: again before it would run out, and that it stopped. */
export function useTypingSigns(conversation: ConversationId) {
  const feed = useAgentFeed();
  const signs = useMemo(() => {
    let toldAt = Number.NEGATIVE_INFINITY;
    const stop = (): void => {
      if (toldAt > Number.NEGATIVE_INFINITY) feed?.typing(conversation, false);
      toldAt = Number.NEGATIVE_INFINITY;
    };
    const type = (text: string): void => {
      if (text.trim() === '') {
        stop();
        return;
      }
      const now = performance.now();
      if (now - toldAt < RHYTHM.typing / 2) return;
      toldAt = now;
      feed?.typing(conversation, true);
    };
    return { type, stop };
  }, [feed, conversation]);
  useEffect(() => signs.stop, [signs]);
  return signs;
}
