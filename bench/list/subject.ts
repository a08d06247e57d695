import { countedBits, filterBits } from '@vetrina/domain/filters';
import type { ListedVisitor } from '@vetrina/domain/listed';
import { compareFor } from '@vetrina/domain/order';
import { matches, parseQuery } from '@vetrina/domain/query';
import { LiveList, type ViewSpec } from '@vetrina/live-list/live-list';
import type { LiveView } from '@vetrina/live-list/live-view';
import { FILTERS } from '@vetrina/protocol/messages/list-shape';
import { STATUSES } from '@vetrina/protocol/visitor-row';
import { NOW } from './people.ts';

export const RULES = {
  idOf: (item: ListedVisitor) => item.row.id,
  filterBits,
  countedBits,
  filters: FILTERS.length,
};

/** More than any time in ms, either side of 0, and small enough that a few of them are exact. */
const BEYOND_ANY_TIME = 2 ** 43;

/** V2's own order. */
export const BY_STATUS = {
  key: 'status descending',
  compare: compareFor({ column: 'status', direction: 'descending' }),
  rankOf: (item: ListedVisitor) => STATUSES.indexOf(item.row.status) * BEYOND_ANY_TIME + item.within,
};

const noClock = () => 0;

/** Everyone in a list that one screen looks at in V2's order. */
export function watchedList(items: readonly ListedVisitor[]): LiveList<ListedVisitor> {
  const list = new LiveList(RULES);
  openView(list, { filter: 0, offset: 0, limit: 50 });
  for (const item of items) list.put(item);
  return list;
}

export function openView(
  list: LiveList<ListedVisitor>,
  { search, ...spec }: Partial<ViewSpec<ListedVisitor>> & { search?: string },
): LiveView<ListedVisitor> {
  const query = search === undefined ? null : parseQuery(search);
  return list.view({
    filter: 0,
    order: BY_STATUS,
    offset: 0,
    limit: 50,
    ...spec,
    ...(query !== null && { match: { key: search ?? '', test: (item: ListedVisitor) => matches(query, item, NOW) } }),
  });
}

/** Searches to the end in one go. */
export function finish(view: LiveView<ListedVisitor>): void {
  while (!view.searchFor(1_000, noClock));
}
