import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PresenceChoice } from '@vetrina/protocol/http/team';
import { useEffect } from 'react';
import { call } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { useChat } from '../feed/use-feed.tsx';

/** C5: whether this agent chose to be online. One choice for the person: another device's shows here at once. */
export function useMyStatus() {
  const queryClient = useQueryClient();
  const { queryKey } = queries.myStatus;
  const { data } = useQuery(queries.myStatus);
  const told = useChat(({ team, me }) => team?.find(({ id }) => id === me)?.online ?? null);
  useEffect(() => {
    if (told !== null) void queryClient.invalidateQueries({ queryKey: queries.myStatus.queryKey });
  }, [told, queryClient]);
  const save = useMutation({
    mutationFn: (status: PresenceChoice) => call('saveMyStatus', { body: { status } }),
    onMutate: (status) => queryClient.setQueryData(queryKey, { status }),
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
  return { isOnline: data?.status !== 'offline', choose: save.mutate, error: save.error };
}

export type MyStatusChoice = ReturnType<typeof useMyStatus>;
