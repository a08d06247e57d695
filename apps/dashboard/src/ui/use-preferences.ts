import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DEFAULT_PREFERENCES, type Preferences } from '@vetrina/protocol/http/preferences';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';

/** How this person likes the dashboard; a choice shows at once and is taken back if it could not be saved. */
export function usePreferences() {
  const queryClient = useQueryClient();
  const { queryKey } = queries.preferences;
  const { data: preferences = DEFAULT_PREFERENCES } = useQuery(queries.preferences);
  const save = useMutation({
    mutationFn: (body: Preferences) => call('savePreferences', { body }),
    onMutate: (body) => queryClient.setQueryData(queryKey, body),
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
  const choose = (changes: Partial<Preferences>): void => save.mutate({ ...preferences, ...changes });
  return { preferences, choose, error: save.error };
}
