import type { Entry } from '@vetrina/protocol/conversation';
import type { ConversationId } from '@vetrina/protocol/ids';
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { call } from '../api/client.ts';
import { useAgentFeed } from '../feed/use-feed.tsx';

/** So near to the end somebody reads along, px. */
const ALONG = 80;
/** So near to the beginning the older ones are fetched, px. */
const AHEAD = 400;

/**
 * The log stays at its end while somebody reads along, keeps its place while older entries come in above, and says how many
 * came below while somebody reads further up.
 *
 * @param size changes with everything that makes the log longer at its end
 */
export function useLogScroll(id: ConversationId, entries: readonly Entry[], size: string) {
  const feed = useAgentFeed();
  const box = useRef<HTMLDivElement>(null);
  const place = useRef({ isAlong: true, height: 0, first: 0, last: 0 });
  const [news, setNews] = useState(0);
  const older = useOlder(id, entries, feed);
  const first = entries[0]?.seq ?? 0;
  const last = entries.at(-1)?.seq ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `size` is what makes the log longer
  useLayoutEffect(() => {
    const { current: element } = box;
    if (!element) return;
    const before = place.current;
    const grewAbove = before.first > 0 && first < before.first;
    if (grewAbove) element.scrollTop += element.scrollHeight - before.height;
    else if (before.isAlong) element.scrollTop = element.scrollHeight;
    else if (last > before.last) setNews((count) => count + last - before.last);
    place.current = { ...before, height: element.scrollHeight, first, last };
  }, [first, last, size]);

  const onScroll = useCallback(() => {
    const { current: element } = box;
    if (!element) return;
    const isAlong = element.scrollHeight - element.scrollTop - element.clientHeight < ALONG;
    place.current.isAlong = isAlong;
    if (isAlong) setNews(0);
    if (element.scrollTop < AHEAD) older.fetch();
  }, [older.fetch]);

  const toEnd = useCallback(() => {
    place.current.isAlong = true;
    setNews(0);
    toBottom(box);
  }, []);
  return { box, onScroll, news, toEnd, isFetching: older.isFetching, hasOlder: first > 1 };
}

function toBottom(box: RefObject<HTMLDivElement | null>): void {
  box.current?.scrollTo({ top: box.current.scrollHeight });
}

function useOlder(id: ConversationId, entries: readonly Entry[], feed: ReturnType<typeof useAgentFeed>) {
  const [isFetching, setFetching] = useState(false);
  const underWay = useRef(false);
  const first = entries[0]?.seq ?? 0;
  const fetch = useCallback(() => {
    if (first <= 1 || underWay.current) return;
    underWay.current = true;
    setFetching(true);
    call('conversationEntries', { params: { conversation: id }, query: { before: first } })
      .then(({ entries: older }) => feed?.older(id, older))
      // Scrolling on asks again.
      .catch(() => undefined)
      .finally(() => {
        underWay.current = false;
        setFetching(false);
      });
  }, [id, first, feed]);
  return { fetch, isFetching };
}
