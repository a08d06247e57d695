import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DEFAULT_PREFERENCES, type Preferences } from '@vetrina/protocol/http/preferences';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { showAtOnce } from './at-once.ts';

interface Choice {
  readonly body: Preferences;
  readonly takeBack: () => void;
}

/** How this person likes the dashboard; a choice shows at once and is taken back if it could not be saved. */
export function usePreferences() {
  const queryClient = useQueryClient();
  const { queryKey } = queries.preferences;
  const { data: known = DEFAULT_PREFERENCES } = useQuery(queries.preferences);
  // The query tells its readers a moment later, and a radio would jump back until then.
  const [chosen, setChosen] = useState<Preferences | null>(null);
  const save = useMutation({
    mutationFn: ({ body }: Choice) => call('savePreferences', { body }),
    onError: (_error, { takeBack }) => {
      takeBack();
      void queryClient.invalidateQueries({ queryKey });
    },
    onSettled: (_saved, _error, { body }) => setChosen((shown) => (shown === body ? null : shown)),
  });
  const choose = (changes: Partial<Preferences>): void => {
    const body = { ...(queryClient.getQueryData<Preferences>(queryKey) ?? DEFAULT_PREFERENCES), ...changes };
    setChosen(body);
    save.mutate({ body, takeBack: showAtOnce(queryClient, queryKey, body) });
  };
  return { preferences: chosen ?? known, choose, error: save.error };
}
