import type { VisitorId } from '@vetrina/protocol/ids';
import type { VisitorRow } from '@vetrina/protocol/visitor-row';
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { rowAfterKey } from './list-keys.ts';
import { revealRow } from './row-scale.ts';
import type { useRowScroll } from './use-row-scroll.ts';

interface ListFocusOptions {
  gridBox: RefObject<HTMLDivElement | null>;
  rows: readonly VisitorRow[];
  /** Index of the first of `rows` in the list. */
  offset: number;
  /** Changes when another list is shown. */
  listKey: string;
  onOpen: (visitor: VisitorId) => void;
  onFocusInside: (is: boolean) => void;
  count: number;
  scroll: ReturnType<typeof useRowScroll>;
}

/** V12: one row of the list takes the focus; arrows move it. Also tells whether the focus is in the list (V10). */
export function useListFocus(options: ListFocusOptions) {
  const { gridBox, rows, offset, count, scroll, listKey, onOpen, onFocusInside } = options;
  const [active, setActive] = useState(0);
  const wanted = useRef<number | null>(null);
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
    onFocusInside(true);
    if (isRow(event.target)) setActive(Number(event.target.dataset.index));
  };
  const onBlur = (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) onFocusInside(false);
  };
  return { active: index, onKeyDown, onFocus, onBlur };
}

function isRow(target: EventTarget): target is HTMLElement {
  return target instanceof HTMLElement && target.dataset.index !== undefined;
}
