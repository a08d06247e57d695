import { type QueryKey, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';

/** What only the settings read. */
export const settingsQueries = {
  team: queryOptions({ queryKey: ['team'], queryFn: ({ signal }) => call('team', { signal }) }),
  invitations: queryOptions({ queryKey: ['invitations'], queryFn: ({ signal }) => call('invitations', { signal }) }),
  secondFactor: queryOptions({
    queryKey: ['second-factor'],
    queryFn: ({ signal }) => call('secondFactor', { signal }),
  }),
  /** Never kept longer than the page that shows it. */
  identitySecret: queryOptions({
    queryKey: ['identity-secret'],
    queryFn: ({ signal }) => call('identitySecret', { signal }),
    gcTime: 0,
  }),
};

/** A change on the server, after which what is shown of these is asked for again. */
export function useChange<Input = void, Answer = unknown>(
  change: (input: Input) => Promise<Answer>,
  shown: readonly QueryKey[],
  onDone?: (answer: Answer) => void,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      await Promise.all(shown.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      onDone?.(answer);
    },
  });
}
