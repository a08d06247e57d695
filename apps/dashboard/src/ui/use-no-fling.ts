import { type RefCallback, useCallback, useRef } from 'react';

/**
 * For what a finger pulls. Chromium takes a quick pull for a fling even where `touch-action` forbids the scroll, and swallows the
 * next tap as the one that stops it: the button pressed after a sheet was flicked away would do nothing. A prevented move makes
 * no fling.
 *
 * @returns for the element that is pulled
 */
export function useNoFling(isPulled: () => boolean): RefCallback<HTMLElement> {
  const latest = useRef(isPulled);
  latest.current = isPulled;
  return useCallback((pulled) => {
    const stop = new AbortController();
    const prevent = (event: TouchEvent): void => {
      if (latest.current() && event.cancelable) event.preventDefault();
    };
    // React listens passively.
    pulled?.addEventListener('touchmove', prevent, { passive: false, signal: stop.signal });
    return () => stop.abort();
  }, []);
}
