import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DEFAULT_PREFERENCES, type Preferences } from '@vetrina/protocol/http/preferences';
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
  const { hasGroups, variables } = useSeen();
  const shown = useMemo(() => shownColumns(preferences.columns, hasGroups), [preferences.columns, hasGroups]);
  const save = useMutation({
    mutationFn: (body: Preferences) => call('savePreferences', { body }),
    onMutate: (body) => queryClient.setQueryData(queries.preferences.queryKey, body),
    onError: () => queryClient.invalidateQueries({ queryKey: queries.preferences.queryKey }),
  });
  const choose = (columns: readonly ColumnId[] | null): void =>
    save.mutate({ ...preferences, columns: columns && [...columns] });
  return { shown, variables, isStandard: preferences.columns === null, choose, failed: save.isError };
}

export type Columns = ReturnType<typeof useColumns>;

/** Whether anyone had a group and which variables anyone had, since the screen was opened. */
function useSeen() {
  const rows = useFeed((feed) => feed.window?.rows);
  const seen = useRef({ hasGroups: false, variables: [] as readonly string[] });
  return useMemo(() => {
    const known = new Set(seen.current.variables);
    let { hasGroups } = seen.current;
    for (const row of rows ?? []) {
      hasGroups ||= row.group !== null;
      for (const key of Object.keys(row.variables)) if (known.size < MOST_VARIABLES) known.add(key);
    }
    if (hasGroups !== seen.current.hasGroups || known.size !== seen.current.variables.length) {
      seen.current = { hasGroups, variables: [...known].sort() };
    }
    return seen.current;
  }, [rows]);
}
