import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DEFAULT_PREFERENCES, type Preferences } from '@vetrina/protocol/http/preferences';
import type { VisitorRow } from '@vetrina/protocol/visitor-row';
import { useMemo, useRef } from 'react';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useFeed } from '../feed/use-feed.tsx';
import { type ColumnId, shownColumns } from './column-set.ts';

/** A list of what may be chosen is no longer useful beyond this many variables. */
const MOST_VARIABLES = 50;

/** V3: the chosen columns; they follow the person over devices. */
export function useColumns() {
  const queryClient = useQueryClient();
  const { data: preferences = DEFAULT_PREFERENCES } = useQuery(queries.preferences);
  const { seen, variables } = useSeen();
  const hasGroups = seen.has('group');
  const shown = useMemo(() => shownColumns(preferences.columns, hasGroups), [preferences.columns, hasGroups]);
  const save = useMutation({
    mutationFn: (body: Preferences) => call('savePreferences', { body }),
    onMutate: (body) => queryClient.setQueryData(queries.preferences.queryKey, body),
    onError: () => queryClient.invalidateQueries({ queryKey: queries.preferences.queryKey }),
  });
  const choose = (columns: readonly ColumnId[] | null): void =>
    save.mutate({ ...preferences, columns: columns && [...columns] });
  return { shown, seen, variables, isStandard: preferences.columns === null, choose, failed: save.isError };
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
