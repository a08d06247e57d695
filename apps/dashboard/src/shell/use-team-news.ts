import { useQueryClient } from '@tanstack/react-query';
import type { Session } from '@vetrina/protocol/http/account';
import { useEffect } from 'react';
import { queries } from '../api/queries.ts';
import { useChat } from '../feed/use-feed.tsx';
import { settingsQueries } from '../settings/settings-queries.ts';

const OF_THE_TEAM = [queries.agents, queries.groups, settingsQueries.team, settingsQueries.invitations];

/** T1: when somebody joins, leaves or has another role or seat, open screens show it: what was read of the team is read again. */
export function useTeamNews({ agent, account: { plan } }: Session): void {
  const queryClient = useQueryClient();
  const team = useChat((chat) => chat.team);
  const me = team?.find(({ id }) => id === agent.id);
  const isAnother = me !== undefined && (me.role !== agent.role || me.name !== agent.name || me.photo !== agent.photo);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the plan says who has a seat
  useEffect(() => {
    if (team === null) return;
    for (const { queryKey } of OF_THE_TEAM) void queryClient.invalidateQueries({ queryKey });
  }, [team, plan, queryClient]);
  useEffect(() => {
    if (isAnother) void queryClient.invalidateQueries({ queryKey: queries.session.queryKey });
  }, [isAnother, queryClient]);
}
