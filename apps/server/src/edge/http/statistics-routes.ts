import type { Statistics } from '@vetrina/protocol/http/statistics';
import type { AccountId } from '@vetrina/protocol/ids';
import { AskOnce } from '../../statistics/ask-once.ts';
import { type ReadStatisticsParts, readStatistics } from '../../statistics/read-statistics.ts';
import type { Handlers } from './handlers.ts';

/** ST: what happened over time, spoken in HTTP. */
export function statisticsRoutes(parts: ReadStatisticsParts): Pick<Handlers, 'statistics'> {
  const asked = new AskOnce<AccountId, Statistics>(parts.clock);
  return {
    statistics({ caller: { actor, account }, query }) {
      // Whoever sees the same is answered the same; an agent has a line of their own.
      const question = [
        account.id,
        account.plan,
        actor.agent,
        actor.role,
        actor.groups,
        query.from,
        query.to,
        query.zone,
      ];
      return asked.ask(account.id, JSON.stringify(question), () => readStatistics(parts, actor, account, query));
    },
  };
}
