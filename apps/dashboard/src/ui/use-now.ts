import { useSyncExternalStore } from 'react';
import { useFeed } from '../feed/use-feed.tsx';

/** One timer for every ticking text on the screen. */
let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The server's clock, ms since 1970, to the second. Every time in a row is on that clock. */
export function useNow(): number {
  const offset = useFeed((feed) => feed.clockOffset);
  return useSyncExternalStore(subscribe, () => now) + offset;
}
