import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type MapSize, type MapView, panBy, viewAfterKey, WHOLE, zoomAt } from './map-view.ts';

type Place = readonly [x: number, y: number];

/** A press that moves farther than this is no press, px. */
const SLIP = 4;

/** Moving on the map: wheel, drag, two fingers, keys. `unit`: units of the drawing in a px. */
export function useMapView(box: RefObject<SVGSVGElement | null>, size: MapSize, unit: number) {
  const [view, setView] = useState<MapView>(WHOLE);
  const fingers = useRef(new Map<number, Place>());
  const slipped = useRef(false);

  useEffect(() => {
    const { current } = box;
    // React's own listener is passive and could not keep the page from scrolling.
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const factor = 2 ** (-event.deltaY / 240);
      setView((now) => zoomAt(now, factor, placeOf(current, event), size));
    };
    current?.addEventListener('wheel', onWheel, { passive: false });
    return () => current?.removeEventListener('wheel', onWheel);
  }, [box, size]);

  const onPointerDown = (event: PointerEvent): void => {
    slipped.current = false;
    fingers.current.set(event.pointerId, placeOf(box.current, event));
  };
  const onPointerMove = (event: PointerEvent): void => {
    const before = fingers.current.get(event.pointerId);
    if (before === undefined) return;
    const now = placeOf(box.current, event);
    const moved = Math.hypot(now[0] - before[0], now[1] - before[1]);
    if (!slipped.current && moved < SLIP * unit) return;
    // From here on it is a drag, also outside of the map, and its end presses nothing.
    slipped.current = true;
    box.current?.setPointerCapture(event.pointerId);
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, now);
    if (other === undefined) {
      setView((shown) => panBy(shown, now[0] - before[0], now[1] - before[1], size));
      return;
    }
    const factor = distance(now, other) / Math.max(1, distance(before, other));
    setView((shown) => zoomAt(shown, factor, [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2], size));
  };
  const onPointerEnd = (event: PointerEvent): void => void fingers.current.delete(event.pointerId);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = event.ctrlKey || event.metaKey || event.altKey ? null : viewAfterKey(view, event.key, size);
    if (next === null) return;
    event.preventDefault();
    setView(next);
  };
  return {
    view,
    isWhole: view.scale === 1,
    zoom: (factor: number) => setView((now) => zoomAt(now, factor, [size.width / 2, size.height / 2], size)),
    reset: () => setView(WHOLE),
    onKeyDown,
    /** Did the press that just ended move the map? */
    hasSlipped: () => slipped.current,
    pointer: { onPointerDown, onPointerMove, onPointerUp: onPointerEnd, onPointerCancel: onPointerEnd },
  };
}

/** Where on the drawing, before zoom and pan, a pointer is: the drawing is centred in its box. */
function placeOf(box: SVGSVGElement | null, { clientX, clientY }: { clientX: number; clientY: number }): Place {
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(box?.getScreenCTM()?.inverse());
  return [x, y];
}

function distance(a: Place, b: Place): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
