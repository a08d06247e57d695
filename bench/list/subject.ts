import { countedBits, filterBits } from '@vetrina/domain/filters';
import type { ListedVisitor } from '@vetrina/domain/listed';
import { orderFor } from '@vetrina/domain/order';
import { compileQuery, parseQuery } from '@vetrina/domain/query';
import { LiveList, type ViewSpec } from '@vetrina/live-list/live-list';
import type { LiveView } from '@vetrina/live-list/live-view';
import { FILTERS } from '@vetrina/protocol/messages/list-shape';
import { NOW } from './people.ts';

export const RULES = {
  idOf: (item: ListedVisitor) => item.visitor.id,
  filterBits,
  countedBits,
  filters: FILTERS.length,
  textOf: (item: ListedVisitor) => item.text,
};

/** V2's own order. */
export const BY_STATUS = { key: 'status descending', ...orderFor({ column: 'status', direction: 'descending' }) };

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
  return list.view({
    filter: 0,
    order: BY_STATUS,
    offset: 0,
    limit: 50,
    ...spec,
    ...(search !== undefined && { match: { key: search, ...compileQuery(parseQuery(search), NOW) } }),
  });
}

/** Searches to the end in one go. */
export function finish(view: LiveView<ListedVisitor>): void {
  while (!view.searchFor(1_000, noClock));
}
