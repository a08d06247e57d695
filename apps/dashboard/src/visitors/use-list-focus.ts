import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { rowAfterKey } from './list-keys.ts';
import { revealRow } from './row-scale.ts';
import type { useRowScroll } from './use-row-scroll.ts';
import type { VisitorGridProps } from './visitor-grid.tsx';

interface ListFocusOptions
  extends Pick<VisitorGridProps, 'gridBox' | 'rows' | 'offset' | 'listKey' | 'onOpen' | 'onHold'> {
  count: number;
  scroll: ReturnType<typeof useRowScroll>;
}

/** V12: one row of the list takes the focus; arrows move it. Also tells whether anyone is in the list (V10). */
export function useListFocus(options: ListFocusOptions) {
  const { gridBox, rows, offset, count, scroll, listKey, onOpen, onHold } = options;
  const [active, setActive] = useState(0);
  const wanted = useRef<number | null>(null);
  const presence = usePresence(onHold);
  const index = Math.min(active, Math.max(0, count - 1));

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list starts at its top
  useEffect(() => setActive(0), [listKey]);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const row = gridBox.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });

  const moveTo = (next: number): void => {
    wanted.current = next;
    setActive(next);
    scroll.scrollTo(revealRow(scroll.space, scroll.exactTop(), next));
  };
  const open = (): boolean => {
    const row = rows[index - offset];
    if (row) onOpen(row.id);
    return row !== undefined;
  };
  const move = (key: string): boolean => {
    const next = rowAfterKey(key, index, count, Math.floor(scroll.space.viewport / scroll.space.rowHeight));
    if (next !== null) moveTo(next);
    return next !== null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isRow(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const isOpening = event.key === 'Enter' || event.key === ' ';
    if (isOpening ? open() : move(event.key)) event.preventDefault();
  };
  const onFocus = (event: FocusEvent): void => {
    presence.focus(true);
    if (isRow(event.target)) setActive(Number(event.target.dataset.index));
  };
  const onBlur = (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) presence.focus(false);
  };
  return { active: index, onKeyDown, onFocus, onBlur, ...presence.pointer };
}

function isRow(target: EventTarget): target is HTMLElement {
  return target instanceof HTMLElement && target.dataset.index !== undefined;
}

/** Somebody is in the list while the pointer or the keyboard is. */
function usePresence(onHold: (holding: boolean) => void) {
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
    focus: (is: boolean) => set('focus', is),
    pointer: {
      // Not "enter": a list that appears under a resting pointer is never entered.
      onPointerMove: (event: PointerEvent) => set('pointer', event.pointerType === 'mouse'),
      onPointerLeave: () => set('pointer', false),
    },
  };
}
