import type { VisitorRow } from '@vetrina/protocol/visitor-row';
import { useMemo, useRef } from 'react';
import { useFeed } from '../feed/use-feed.tsx';
import { usePreferences } from '../ui/use-preferences.ts';
import { type ColumnId, shownColumns } from './column-set.ts';

/** A list of what may be chosen is no longer useful beyond this many variables. */
const MOST_VARIABLES = 50;

/** V3: the chosen columns; they follow the person over devices. */
export function useColumns() {
  const { preferences, choose: save, error } = usePreferences();
  const { seen, variables } = useSeen();
  const hasGroups = seen.has('group');
  const shown = useMemo(() => shownColumns(preferences.columns, hasGroups), [preferences.columns, hasGroups]);
  const choose = (columns: readonly ColumnId[] | null): void => save({ columns: columns && [...columns] });
  return { shown, seen, variables, isStandard: preferences.columns === null, choose, failed: error !== null };
}

export type Columns = ReturnType<typeof useColumns>;

interface Seen {
  /** Columns in which somebody had something. */
  readonly seen: ReadonlySet<ColumnId>;
  readonly variables: readonly string[];
}

/** What anyone had since the screen was opened: a column that was needed once stays. */
function useSeen(): Seen {
  const rows = useFeed((feed) => feed.window?.rows);
  const before = useRef<Seen>({ seen: new Set(), variables: [] });
  return useMemo(() => {
    before.current = rows ? seeMore(before.current, rows) : before.current;
    return before.current;
  }, [rows]);
}

function seeMore(before: Seen, rows: readonly VisitorRow[]): Seen {
  const seen = new Set(before.seen);
  const variables = new Set(before.variables);
  for (const row of rows) {
    if (row.group !== null) seen.add('group');
    if (row.lastMessage !== null || row.typing) seen.add('last-message');
    if (row.agents.length > 0) seen.add('agents');
    for (const key of Object.keys(row.variables)) if (variables.size < MOST_VARIABLES) variables.add(key);
  }
  const isNews = seen.size !== before.seen.size || variables.size !== before.variables.length;
  return isNews ? { seen, variables: [...variables].sort() } : before;
}
