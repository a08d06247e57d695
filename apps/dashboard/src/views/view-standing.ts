import type { SavedView, ViewAsks } from '@vetrina/protocol/http/views';
import { STANDARD_SORT, sameAsks } from '../visitors/view-address.ts';

/** How what is on screen stands to what is saved. */
export type Standing =
  /** The list as it opens, or a view as it was saved: there is nothing to save. */
  | 'saved'
  /** Something of one's own making, not saved yet. */
  | 'new'
  /** The chosen view, changed, and this agent may change it. */
  | 'changed'
  /** The chosen view, changed, and it is a colleague's. */
  | 'strayed';

/** @param opensOn the filter that the list opens on here: a phone's is another than a desk's */
export function standingOf(
  asks: ViewAsks,
  chosen: SavedView | null,
  mayChange: boolean,
  opensOn: ViewAsks['filter'],
): Standing {
  const from = chosen?.asks ?? { filter: opensOn, query: '', sort: STANDARD_SORT };
  if (sameAsks(asks, from)) return 'saved';
  // Everyone with nothing asked is the list itself, also where it opens on fewer.
  if (chosen === null) return sameAsks(asks, { ...from, filter: 'all' }) ? 'saved' : 'new';
  return mayChange ? 'changed' : 'strayed';
}

/** SV7: one's own above the team's, each in the agent's order. */
export function inGroups(views: readonly SavedView[]): { mine: readonly SavedView[]; team: readonly SavedView[] } {
  return { mine: views.filter(({ shared }) => !shared), team: views.filter(({ shared }) => shared) };
}

/** Puts a view `by` places further down within its group; the same list when it cannot go there. */
export function movedView(views: readonly SavedView[], id: SavedView['id'], by: number): readonly SavedView[] {
  const { mine, team } = inGroups(views);
  return [...movedWithin(mine, id, by), ...movedWithin(team, id, by)];
}

function movedWithin(group: readonly SavedView[], id: SavedView['id'], by: number): readonly SavedView[] {
  const from = group.findIndex((view) => view.id === id);
  const view = group[from];
  if (view === undefined || from + by < 0 || from + by >= group.length) return group;
  const rest = group.filter((each) => each !== view);
  return [...rest.slice(0, from + by), view, ...rest.slice(from + by)];
}

/** For whoever has no view yet: what many shops want to see at a glance. */
export const STARTERS = [
  { key: 'cart', color: 'teal', query: 'page:cart' },
  { key: 'returning', color: 'violet', query: 'is:returning' },
  { key: 'long', color: 'orange', query: 'online:>5m' },
] as const;
