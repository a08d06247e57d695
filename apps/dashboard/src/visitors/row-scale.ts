/**
 * Browsers cap the height of an element (Firefox near 17.9 million px, Chromium near 33.5 million), and lose exactness
 * before that. Taller lists are squeezed: the scroll bar covers `PHYSICAL` px, while rows keep their size.
 */
export const TALLEST = 8_000_000;

export interface RowSpace {
  readonly count: number;
  readonly rowHeight: number;
  /** Height of the part that shows rows, px. */
  readonly viewport: number;
}

export function physicalHeight({ count, rowHeight }: RowSpace): number {
  return Math.min(count * rowHeight, TALLEST);
}

/** How many px of list one px of the scroll bar stands for; 1 unless the list is squeezed. */
export function squeeze(space: RowSpace): number {
  const virtual = space.count * space.rowHeight;
  if (virtual <= TALLEST) return 1;
  return (virtual - space.viewport) / (TALLEST - space.viewport);
}

/** Rows `first`…`last` (exclusive) touch the viewport at a list offset of `top` px. */
export function visibleRows(space: RowSpace, top: number): { readonly first: number; readonly last: number } {
  const first = Math.min(Math.max(0, Math.floor(top / space.rowHeight)), Math.max(0, space.count - 1));
  const last = Math.min(space.count, Math.ceil((top + space.viewport) / space.rowHeight));
  return { first, last: Math.max(first, last) };
}

/** The list offset that shows row `index` whole, moving as little as possible. */
export function revealRow(space: RowSpace, top: number, index: number): number {
  const start = index * space.rowHeight;
  if (start < top) return start;
  const end = start + space.rowHeight;
  return end > top + space.viewport ? end - space.viewport : top;
}

/** Keeps an offset within the list. */
export function clampTop(space: RowSpace, top: number): number {
  return Math.min(Math.max(0, top), Math.max(0, space.count * space.rowHeight - space.viewport));
}
