import { useCallback, useEffect, useMemo, useRef } from 'react';
import { call } from '../api/client.ts';
import type { FollowedConversation } from '../feed/followed-conversation.ts';
import { useAgentFeed } from '../feed/use-feed.tsx';
import { newestOver } from './file-links.ts';
import { useIsInFront } from './use-read-marks.ts';

/** Addresses are looked after this often, ms, and made anew so long before they run out. */
const LOOK_EVERY = 60_000;
const AHEAD = 10 * 60_000;

export interface FileLinks {
  /** Resolves once the entries up to this seq were asked for again, with new addresses; whether that worked or not. */
  renew(seq: number): Promise<void>;
  /** The server's clock, on which addresses run out. */
  now(): number;
}

/** C4: a file's address is good for a day, a dashboard stays open for longer: the log asks for its entries again in time. */
export function useFreshFiles({ id, entries }: FollowedConversation): FileLinks {
  const feed = useAgentFeed();
  // Timers stand still while a machine sleeps: whoever comes back to the tab finds its links made anew.
  const isInFront = useIsInFront();
  const shown = useRef(entries);
  shown.current = entries;
  const now = useCallback(() => Date.now() + (feed?.snapshot().clockOffset ?? 0), [feed]);
  const renew = useCallback(
    (seq: number) =>
      call('conversationEntries', { params: { conversation: id }, query: { before: seq + 1 } }).then(
        (answer) => feed?.again(id, answer.entries),
        // The next look asks again.
        () => undefined,
      ),
    [id, feed],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: coming to the front is a reason to look
  useEffect(() => {
    const look = (): void => {
      const seq = newestOver(shown.current, now() + AHEAD);
      if (seq !== null) void renew(seq);
    };
    look();
    const timer = setInterval(look, LOOK_EVERY);
    return () => clearInterval(timer);
  }, [renew, now, isInFront]);
  return useMemo(() => ({ renew, now }), [renew, now]);
}
