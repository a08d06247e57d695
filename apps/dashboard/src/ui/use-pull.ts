import { type RefObject, useEffect, useRef, useState } from 'react';
import { PULLED, resisted, wayOf } from './swipe.ts';

/** `pulling`: how far, px. `said`: how asking went, for a moment. */
export type PullState =
  | { readonly is: 'still' }
  | { readonly is: 'pulling'; readonly distance: number }
  | { readonly is: 'asking' }
  | { readonly is: 'said'; readonly isFresh: boolean };

/** How asking went stays to be read, ms. */
const STAYS = 2_500;
const STILL: PullState = { is: 'still' };

/**
 * N7: pulling a list down at its top asks the server for it again.
 *
 * @param ask whether the answer came
 */
export function usePull(box: RefObject<HTMLElement | null>, isOn: boolean, ask: () => Promise<boolean>): PullState {
  const [state, setState] = useState<PullState>(STILL);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    const { current: list } = box;
    if (!isOn || !list) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askNow = async (): Promise<void> => {
      setState({ is: 'asking' });
      const isFresh = await latest.current();
      if (stop.signal.aborted) return;
      setState({ is: 'said', isFresh });
      timer = setTimeout(() => setState(STILL), STAYS);
    };
    listenToPulls(list, stop.signal, setState, () => void askNow());
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [box, isOn]);
  return state;
}

function listenToPulls(
  list: HTMLElement,
  signal: AbortSignal,
  show: (state: PullState) => void,
  onPulled: () => void,
): void {
  let from: { x: number; y: number } | null = null;
  let distance = 0;
  const onStart = ({ touches }: TouchEvent): void => {
    const [touch] = touches;
    distance = 0;
    from = touch && touches.length === 1 && list.scrollTop <= 0 ? { x: touch.clientX, y: touch.clientY } : null;
  };
  const onMove = (event: TouchEvent): void => {
    const [touch] = event.touches;
    if (!from || !touch) return;
    const to = { x: touch.clientX, y: touch.clientY };
    if (distance === 0 && (wayOf(from, to) === 'across' || to.y < from.y)) from = null;
    if (!from || (distance === 0 && wayOf(from, to) === 'undecided')) return;
    // The list itself does not move meanwhile.
    if (event.cancelable) event.preventDefault();
    distance = resisted(to.y - from.y);
    show({ is: 'pulling', distance });
  };
  const onEnd = (event: TouchEvent): void => {
    if (!from || distance === 0) return;
    from = null;
    if (event.type === 'touchend' && distance >= PULLED) onPulled();
    else show(STILL);
  };
  list.addEventListener('touchstart', onStart, { signal, passive: true });
  list.addEventListener('touchmove', onMove, { signal, passive: false });
  for (const end of ['touchend', 'touchcancel'] as const) list.addEventListener(end, onEnd, { signal });
}
