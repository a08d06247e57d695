import type { ConversationId, VisitorId } from '@vetrina/protocol/ids';
import { RHYTHM } from '@vetrina/protocol/limits';
import { useEffect, useMemo } from 'react';
import { useAgentFeed } from '../feed/use-feed.tsx';
import { createSign } from './writing-sign.ts';

/** A claim is repeated this often while somebody types, ms; it runs out after `RHYTHM.claim`. */
const CLAIM_EVERY = 5_000;
/** Before it would run out. */
const TYPING_EVERY = RHYTHM.typing / 2;

/**
 * Tells colleagues that somebody writes to this visitor (V8), and the visitor that an answer is being written (C4), for as
 * long as keys are pressed and the composer is open. Without a conversation the visitor is told nothing.
 */
export function useWritingSigns(visitor: VisitorId, conversation: ConversationId | null) {
  const feed = useAgentFeed();
  const claim = useMemo(
    () => createSign(CLAIM_EVERY, (is) => feed?.compose(is ? visitor : null), performance),
    [feed, visitor],
  );
  const typing = useMemo(
    () => createSign(TYPING_EVERY, (is) => conversation && feed?.typing(conversation, is), performance),
    [feed, conversation],
  );
  useEffect(() => claim.stop, [claim]);
  useEffect(() => typing.stop, [typing]);
  return useMemo(
    () => ({
      type(text: string): void {
        for (const sign of [claim, typing]) sign.type(text);
      },
      stop(): void {
        for (const sign of [claim, typing]) sign.stop();
      },
    }),
    [claim, typing],
  );
}
