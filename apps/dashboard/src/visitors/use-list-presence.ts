import { type PointerEvent, useCallback, useEffect, useRef } from 'react';

/** V10: somebody is in the list while the pointer or the keyboard is; `onHold` is told when that changes. */
export function useListPresence(onHold: (holding: boolean) => void) {
  const inside = useRef({ pointer: false, focus: false });
  const set = useCallback(
    (which: 'pointer' | 'focus', is: boolean) => {
      if (inside.current[which] === is) return;
      inside.current[which] = is;
      onHold(inside.current.pointer || inside.current.focus);
    },
    [onHold],
  );
  useEffect(() => () => onHold(false), [onHold]);
  return {
    onFocusInside: useCallback((is: boolean) => set('focus', is), [set]),
    pointer: {
      // Not "enter": React reports none for a list that appears under a resting pointer.
      onPointerMove: (event: PointerEvent) => set('pointer', event.pointerType === 'mouse'),
      onPointerLeave: () => set('pointer', false),
    },
  };
}
