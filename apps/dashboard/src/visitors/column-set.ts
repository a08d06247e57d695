import type { SortColumn } from '@vetrina/protocol/messages/list-shape';

/** V3, in the standard order. `status` is part of the visitor's cell and has no column. */
export const COLUMNS = [
  'visitor',
  'country',
  'group',
  'online',
  'page',
  'last-message',
  'agents',
  'source',
  'device',
  'browser',
  'os',
  'language',
  'visits',
] as const;
export type FixedColumn = (typeof COLUMNS)[number];
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
const WIDTHS: Readonly<Record<FixedColumn, readonly [min: number, share: number]>> = {
  visitor: [228, 2.2],
  country: [132, 1.2],
  group: [96, 0.8],
  online: [84, 0.5],
  page: [220, 3],
  'last-message': [160, 2],
  agents: [104, 0.9],
  source: [120, 1],
  device: [96, 0.6],
  browser: [112, 0.7],
  os: [104, 0.7],
  language: [104, 0.7],
  visits: [76, 0.4],
};

/** For `grid-template-columns`, and the least width of a row in px. */
export function gridTemplate(columns: readonly ColumnId[]): { readonly template: string; readonly minWidth: number } {
  const widths = columns.map((column) => WIDTHS[column as FixedColumn] ?? [120, 1]);
  return {
    template: widths.map(([min, share]) => `minmax(${min}px, ${share}fr)`).join(' '),
    minWidth: widths.reduce((sum, [min]) => sum + min, 0),
  };
}
