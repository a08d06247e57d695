import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { isPulledShut, speedOf, type Touch } from './sheet-drag.ts';
import { useNoFling } from './use-no-fling.ts';

/** Where a sheet stands, px below its place; null: in it. */
function place(sheet: HTMLElement | null, distance: number | null): void {
  sheet?.style.setProperty('translate', distance === null ? '' : `0 ${Math.max(0, distance)}px`);
  // While it follows there is nothing to soften.
  sheet?.style.setProperty('transition', distance === null ? '' : 'none');
}

/**
 * N5: the handle of a sheet. The sheet follows the finger; let go of, it closes or slides up again.
 *
 * @param isOpen of what stays in the page while it is closed: it opens in its place, however it was closed
 */
export function useSheetDrag(sheet: RefObject<HTMLElement | null>, onClose: () => void, isOpen = true) {
  const touches = useRef<Touch[]>([]);
  const ref = useNoFling(() => touches.current.length > 0);
  useEffect(() => {
    if (!isOpen) place(sheet.current, null);
  }, [isOpen, sheet]);
  const end = (event: PointerEvent): void => {
    const [first] = touches.current;
    if (!first) return;
    const pull = { distance: event.clientY - first.y, speed: speedOf(touches.current) };
    touches.current = [];
    if (event.type === 'pointerup' && isPulledShut(pull, sheet.current?.offsetHeight ?? 0)) onClose();
    else place(sheet.current, null);
  };
  return {
    ref,
    onPointerDown(event: PointerEvent): void {
      if (!event.isPrimary || !isPulled(event.target, sheet.current)) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      touches.current = [{ y: event.clientY, at: event.timeStamp }];
    },
    onPointerMove(event: PointerEvent): void {
      const [first] = touches.current;
      if (!first) return;
      touches.current.push({ y: event.clientY, at: event.timeStamp });
      place(sheet.current, event.clientY - first.y);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

/** Not its buttons, nor what opened from them in front of it. */
function isPulled(touched: EventTarget, sheet: HTMLElement | null): boolean {
  return (
    touched instanceof Element &&
    touched.closest('button, a') === null &&
    touched.closest('dialog, [popover]') === sheet
  );
}
