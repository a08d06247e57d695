import { useThrottledCallback } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ListView } from '../feed/feed-state.ts';
import { useAgentFeed, useFeed } from '../feed/use-feed.tsx';
import { applyChanges, type Held, holdRows, NOTHING_HELD } from './held-rows.ts';
import { followScroll, windowFor } from './scroll-window.ts';

/** Dragging the scroll bar passes thousands of rows: the server is asked this often at most, ms. */
const SCROLL_PAUSE = 80;
/** Rows a screen has before it was measured. */
const FIRST_SCREEN = 20;

/** The list as the screen shows it: rows held still while somebody is in it, and the verbs to move through it. */
export function useVisitorList({ filter, query, sort }: ListView) {
  const feed = useAgentFeed();
  const window = useFeed((state) => state.window);
  const isLive = useFeed((state) => state.isLive);
  const [holding, setHolding] = useState(false);
  const [applied, setApplied] = useState(0);
  const { column, direction } = sort;

  useEffect(() => {
    feed?.watch({ filter, query, sort: { column, direction } }, windowFor(0, FIRST_SCREEN));
  }, [feed, filter, query, column, direction]);
  useEffect(() => () => feed?.watch(null, windowFor(0, FIRST_SCREEN)), [feed]);

  const kept = useRef<{ held: Held; applied: number }>({ held: NOTHING_HELD, applied: 0 });
  const held = useMemo(() => {
    const before = kept.current;
    const next = window && before.applied !== applied ? applyChanges(window) : holdRows(before.held, window, holding);
    kept.current = { held: next, applied };
    return next;
  }, [window, holding, applied]);

  const scrolled = useThrottledCallback((first: number, last: number) => {
    if (!feed) return;
    const { range, window: current } = feed.snapshot();
    feed.scroll(followScroll(range, first, last, current?.total ?? 0));
  }, SCROLL_PAUSE);

  const apply = useCallback(() => setApplied((times) => times + 1), []);
  // Held rows and the rows of the window may differ in number: arrivals and departures that wait are not drawn yet.
  const drawn = window && window.total + held.rows.length - window.rows.length;
  return { window, isLive, rows: held.rows, drawn, waiting: held.waiting, setHolding, apply, scrolled };
}

export type VisitorList = ReturnType<typeof useVisitorList>;
