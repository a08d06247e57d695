import { SORT_COLUMNS, type SortColumn } from '@vetrina/protocol/messages/list-shape';

export type FixedColumn = Exclude<(typeof SORT_COLUMNS)[number], 'status'>;
/** V3, in the standard order. `status` is part of the visitor's cell and has no column. */
export const COLUMNS = SORT_COLUMNS.filter((column): column is FixedColumn => column !== 'status');
export type ColumnId = Exclude<SortColumn, 'status'>;

const STANDARD: readonly FixedColumn[] = ['visitor', 'country', 'group', 'online', 'page', 'last-message', 'agents'];

/**
 * The columns to show. Saved ones that no longer exist are dropped; Visitor always stands first, because it names the
 * row. Without a saved choice Group stands there only if anyone has a group.
 */
export function shownColumns(saved: readonly string[] | null, hasGroups: boolean): readonly ColumnId[] {
  if (saved === null) return STANDARD.filter((column) => column !== 'group' || hasGroups);
  const known = [...new Set(saved)].filter(isColumn).filter((column) => column !== 'visitor');
  return ['visitor', ...known];
}

export function isColumn(id: string): id is ColumnId {
  return (COLUMNS as readonly string[]).includes(id) || (id.startsWith('variable:') && id.length > 'variable:'.length);
}

/** The key of a variable's column, null for the others. */
export function variableOf(column: ColumnId): string | null {
  return column.startsWith('variable:') ? column.slice('variable:'.length) : null;
}

/** Everything that may be chosen: what is shown first, in its order, then the rest. */
export function choosableColumns(shown: readonly ColumnId[], variables: readonly string[]): readonly ColumnId[] {
  const all: ColumnId[] = [...COLUMNS, ...variables.map((key): ColumnId => `variable:${key}`)];
  return [...shown, ...all.filter((column) => !shown.includes(column))];
}

export function toggleColumn(shown: readonly ColumnId[], column: ColumnId): readonly ColumnId[] {
  if (column === 'visitor') return shown;
  return shown.includes(column) ? shown.filter((other) => other !== column) : [...shown, column];
}

/** Puts a column at another place; Visitor and what is not shown stay where they are. */
export function moveColumn(shown: readonly ColumnId[], column: ColumnId, to: number): readonly ColumnId[] {
  if (column === 'visitor' || !shown.includes(column)) return shown;
  const rest = shown.filter((other) => other !== column);
  const place = Math.min(Math.max(to, 1), rest.length);
  return [...rest.slice(0, place), column, ...rest.slice(place)];
}

/** How wide a column is: at least, in px, and its share of what is left. */
type Width = readonly [min: number, share: number];

/** The standard ones together fit a screen of 1,440 px beside open details. */
const WIDTHS: Readonly<Record<FixedColumn, Width>> = {
  visitor: [188, 3],
  country: [130, 1.9],
  group: [84, 0.8],
  online: [66, 0.5],
  page: [150, 3],
  'last-message': [126, 2.2],
  agents: [92, 0.8],
  source: [120, 1],
  device: [96, 0.6],
  browser: [112, 0.7],
  os: [104, 0.7],
  language: [104, 0.7],
  visits: [76, 0.4],
};

/** Columns that may have nothing to show all day: until something was seen in them they are as wide as their names. */
const EMPTY_WIDTHS: Readonly<Partial<Record<ColumnId, Width>>> = { 'last-message': [124, 0.4], agents: [76, 0.2] };

const VARIABLE_WIDTH: Width = [120, 1];

export interface GridWidths {
  /** For `grid-template-columns`. */
  readonly template: string;
  /** The least width of a row, px. */
  readonly minWidth: number;
}

/** @param seen columns in which somebody had something; they keep their room from then on, so that nothing jumps. */
export function gridTemplate(columns: readonly ColumnId[], seen: ReadonlySet<ColumnId>): GridWidths {
  const widths = columns.map((column) => widthOf(column, seen.has(column)));
  return {
    template: widths.map(([min, share]) => `minmax(${min}px, ${share}fr)`).join(' '),
    minWidth: widths.reduce((sum, [min]) => sum + min, 0),
  };
}

function widthOf(column: ColumnId, isSeen: boolean): Width {
  const narrow = isSeen ? undefined : EMPTY_WIDTHS[column];
  return narrow ?? WIDTHS[column as FixedColumn] ?? VARIABLE_WIDTH;
}
