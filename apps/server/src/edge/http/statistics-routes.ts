import { daysIn } from '@vetrina/domain/statistics/calendar';
import type { Statistics } from '@vetrina/protocol/http/statistics';
import type { AccountId } from '@vetrina/protocol/ids';
import { AskOnce } from '../../statistics/ask-once.ts';
import { type ReadStatisticsParts, readStatistics } from '../../statistics/read-statistics.ts';
import type { Handlers } from './handlers.ts';

/** ST1: an answer is given again for so long, ms: of two days, of three months, of more, which takes seconds to count. */
const KEPT = { short: 15_000, middle: 60_000, long: 600_000 };

const keptFor = (days: number): number => (days <= 2 ? KEPT.short : days <= 92 ? KEPT.middle : KEPT.long);

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
      const find = () => readStatistics(parts, actor, account, query);
      return asked.ask(account.id, JSON.stringify(question), keptFor(daysIn(query.from, query.to)), find);
    },
  };
}
