import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { clampTop, physicalHeight, type RowSpace, squeeze } from './row-scale.ts';

/** Where the list stands, in px of the list; `shift` is what a squeezed list adds to every row's place. */
interface Place {
  readonly top: number;
  readonly shift: number;
}

/** Scrolling through `count` rows of one height, however many: see `row-scale.ts` for lists taller than browsers allow. */
export function useRowScroll(box: RefObject<HTMLDivElement | null>, count: number, rowHeight: number, above: number) {
  const [viewport, setViewport] = useState(0);
  const [place, setPlace] = useState<Place>({ top: 0, shift: 0 });
  const space = useMemo<RowSpace>(() => ({ count, rowHeight, viewport }), [count, rowHeight, viewport]);
  const latest = useRef({ space, top: 0, wrote: -1 });
  latest.current.space = space;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = (): void => setViewport(Math.max(0, element.clientHeight - above));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, above]);

  const settle = useCallback((top: number, physical: number) => {
    const { current } = latest;
    current.top = top;
    const shift = squeeze(current.space) === 1 ? 0 : top - physical;
    // Without a squeeze a row's place never changes: a draw per row passed is enough.
    const drawn = shift === 0 ? Math.floor(top / current.space.rowHeight) * current.space.rowHeight : top;
    setPlace((before) => (before.top === drawn && before.shift === shift ? before : { top: drawn, shift }));
  }, []);

  const scrollTo = useCallback(
    (wanted: number) => {
      const element = box.current;
      if (!element) return;
      const { current } = latest;
      const top = clampTop(current.space, wanted);
      element.scrollTop = top / squeeze(current.space);
      current.wrote = element.scrollTop;
      settle(top, element.scrollTop);
    },
    [box, settle],
  );

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const onScroll = (): void => {
      const { current } = latest;
      // Our own write, rounded to whole px by the browser: the exact place is already known.
      if (Math.abs(element.scrollTop - current.wrote) < 1 && squeeze(current.space) > 1) return;
      current.wrote = -1;
      settle(element.scrollTop * squeeze(current.space), element.scrollTop);
    };
    const onWheel = (event: WheelEvent): void => {
      const { current } = latest;
      if (squeeze(current.space) === 1 || event.ctrlKey || event.deltaY === 0) return;
      event.preventDefault();
      const step = event.deltaMode === 1 ? event.deltaY * current.space.rowHeight : event.deltaY;
      scrollTo(current.top + step);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', onWheel);
    };
  }, [box, settle, scrollTo]);

  const exactTop = useCallback(() => latest.current.top, []);
  return { space, place, height: physicalHeight(space), scrollTo, exactTop };
}
