import { type PointerEvent, type RefObject, useRef } from 'react';
import { isPulledShut, speedOf, type Touch } from './sheet-drag.ts';

/** N5: the handle of a sheet. The sheet follows the finger; let go of, it closes or slides up again. */
export function useSheetDrag(sheet: RefObject<HTMLElement | null>, onClose: () => void) {
  const touches = useRef<Touch[]>([]);
  const place = (distance: number | null): void => {
    const style = sheet.current?.style;
    style?.setProperty('translate', distance === null ? '' : `0 ${Math.max(0, distance)}px`);
    // While it follows there is nothing to soften.
    style?.setProperty('transition', distance === null ? '' : 'none');
  };
  const end = (event: PointerEvent): void => {
    const [first] = touches.current;
    if (!first) return;
    const pull = { distance: event.clientY - first.y, speed: speedOf(touches.current) };
    touches.current = [];
    if (event.type === 'pointerup' && isPulledShut(pull, sheet.current?.offsetHeight ?? 0)) onClose();
    else place(null);
  };
  return {
    onPointerDown(event: PointerEvent): void {
      const isOnButton = event.target instanceof Element && event.target.closest('button, a') !== null;
      if (!event.isPrimary || isOnButton) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      touches.current = [{ y: event.clientY, at: event.timeStamp }];
    },
    onPointerMove(event: PointerEvent): void {
      const [first] = touches.current;
      if (!first) return;
      touches.current.push({ y: event.clientY, at: event.timeStamp });
      place(event.clientY - first.y);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
