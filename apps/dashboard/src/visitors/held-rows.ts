import { holdOrder } from '@vetrina/domain/calm';
import type { ListWindow } from '@vetrina/protocol/messages/window';
import type { VisitorRow } from '@vetrina/protocol/visitor-row';

/** The rows as they stand on screen: those of one window, in the order they were last applied. */
export interface Held {
  /** Which list this order belongs to: another watch or another part of it is shown as it comes. */
  readonly key: string;
  readonly order: readonly VisitorRow[];
  readonly rows: readonly VisitorRow[];
  readonly waiting: number;
}

export const NOTHING_HELD: Held = { key: '', order: [], rows: [], waiting: 0 };

/** V10: while somebody is in the list (`holding`), rows keep their places and the changes wait. */
export function holdRows(held: Held, window: ListWindow | null, holding: boolean): Held {
  if (window === null) return NOTHING_HELD;
  const key = `${window.watch}:${window.offset}`;
  if (!holding || held.key !== key || held.order.length === 0) return applied(key, window.rows);
  if (held.order === window.rows) return held;
  const { rows, waiting } = holdOrder(held.order, window.rows);
  return { key, order: rows, rows, waiting };
}

/** The pill was pressed: everything that waited is shown. */
export function applyChanges(window: ListWindow): Held {
  return applied(`${window.watch}:${window.offset}`, window.rows);
}

function applied(key: string, rows: readonly VisitorRow[]): Held {
  return { key, order: rows, rows, waiting: 0 };
}
