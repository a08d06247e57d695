import type { ViewAsks } from '@vetrina/protocol/http/views';
import type { ViewId, VisitorId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import { FILTERS, type ListFilter, type ListSort } from '@vetrina/protocol/messages/list-shape';
import { isSortColumn, isViewId, isVisitorId } from './address-words.ts';

/** How people are looked at: row by row, or on the map (D3). */
export type Look = 'list' | 'map';

/** What the address of the Visitors tab says, so that a link to it can be sent to a colleague. */
export interface ViewAddress {
  /** Null: not said; a phone opens on Active, a desk on All. */
  readonly filter: ListFilter | null;
  readonly query: string;
  readonly sort: ListSort;
  readonly visitor: VisitorId | null;
  readonly look: Look;
  /** SV9: the saved view this began with. It says what is shown as long as no filter is said. */
  readonly saved: ViewId | null;
}

/** As it stands in the address: only what differs from the standard view. */
export interface ViewSearch {
  filter?: string;
  q?: string;
  sort?: string;
  visitor?: string;
  look?: string;
  view?: string;
}

/** V2's own order, the most urgent first. */
export const STANDARD_SORT: ListSort = { column: 'status', direction: 'descending' };

/** Reads an address by hand-typing people and old links: what is not understood is left out. */
export function readView(search: Readonly<Record<string, unknown>>): ViewAddress {
  return {
    filter: FILTERS.find((filter) => filter === search.filter) ?? null,
    query: typeof search.q === 'string' ? search.q.slice(0, LIMITS.query) : '',
    sort: readSort(search.sort),
    visitor: isVisitorId(search.visitor) ? search.visitor : null,
    look: search.look === 'map' ? 'map' : 'list',
    saved: isViewId(search.view) ? search.view : null,
  };
}

export type ViewChange = Partial<Pick<ViewAddress, 'query' | 'sort' | 'visitor' | 'look'> & { filter: ListFilter }>;

/** SV9: an address that names a view and says nothing else shows what the view asks. */
export function withAsks(address: ViewAddress, asks: ViewAsks | null): ViewAddress {
  return address.saved === null || address.filter !== null || asks === null ? address : { ...address, ...asks };
}

/** The next address. Beside a view everything is said, its filter too; turned back to what the view asks, nothing is. */
export function withChanges(address: ViewAddress, asks: ViewAsks | null, changes: ViewChange): ViewAddress {
  const next = { ...withAsks(address, asks), ...changes };
  if (next.saved === null || asks === null || !sameAsks({ ...asks, ...next, filter: next.filter ?? asks.filter }, asks))
    return next;
  return { ...next, filter: null, query: '', sort: STANDARD_SORT };
}

/** Do both ask for the same people in the same order? */
export function sameAsks(a: ViewAsks, b: ViewAsks): boolean {
  return (
    a.filter === b.filter &&
    a.query.trim() === b.query.trim() &&
    a.sort.column === b.sort.column &&
    a.sort.direction === b.sort.direction
  );
}

export function writeView(view: ViewAddress): ViewSearch {
  const sort = writeSort(view.sort);
  return {
    ...(view.filter && { filter: view.filter }),
    ...(view.query && { q: view.query }),
    ...(sort && { sort }),
    ...(view.saved && { view: view.saved }),
    ...(view.visitor && { visitor: view.visitor }),
    ...(view.look === 'map' && { look: view.look }),
  };
}

/** `country` ascends, `-country` descends. */
function readSort(text: unknown): ListSort {
  if (typeof text !== 'string' || text === '') return STANDARD_SORT;
  const descending = text.startsWith('-');
  const column = descending ? text.slice(1) : text;
  if (!isSortColumn(column)) return STANDARD_SORT;
  return { column, direction: descending ? 'descending' : 'ascending' };
}

function writeSort(sort: ListSort): string | null {
  if (sort.column === STANDARD_SORT.column && sort.direction === STANDARD_SORT.direction) return null;
  return `${sort.direction === 'descending' ? '-' : ''}${sort.column}`;
}

/** What pressing a column's header leads to: this column, the other way round, then the standard order again. */
export function nextSort(sort: ListSort, column: ListSort['column']): ListSort {
  const first = startsDescending(column) ? 'descending' : 'ascending';
  if (sort.column !== column) return { column, direction: first };
  if (sort.direction === first) return { column, direction: first === 'ascending' ? 'descending' : 'ascending' };
  return STANDARD_SORT;
}

/** Times and numbers are mostly wanted from the top. */
function startsDescending(column: ListSort['column']): boolean {
  return column === 'online' || column === 'last-message' || column === 'visits';
}
