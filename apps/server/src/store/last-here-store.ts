import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import { sql } from 'kysely';
import type { LastHereStore } from '../accounts/ports.ts';
import type { Database } from './database.ts';
import { rowsAsTable } from './dialect.ts';

const COLUMNS = { account_id: 'text', agent_id: 'text' } as const;

/** In the agents' rows, apart from what the team edits there. */
export function createLastHereStore({ db, dialect }: Database): LastHereStore {
  return {
    async hereSince(since) {
      const rows = await db
        .selectFrom('agents')
        .select(['account_id', 'id', 'last_here_at'])
        .where('last_here_at', '>', since)
        .execute();
      return rows.map((row) => ({
        account: row.account_id as AccountId,
        agent: row.id as AgentId,
        at: row.last_here_at as number,
      }));
    },
    async saveHere(agents, at) {
      const here = rowsAsTable(
        dialect,
        COLUMNS,
        agents.map(({ account, agent }) => [account, agent]),
      );
      await sql`
        update agents set last_here_at = ${at}
        where (account_id, id) in (select account_id, agent_id from ${here})`.execute(db);
    },
  };
}
