import type { LogEntry } from '@vetrina/domain/conversation';
import type { ConversationId, VisitorId } from '@vetrina/protocol/ids';
import { type Kysely, sql } from 'kysely';
import type { ConversationKey, ConversationReads, Stretch, VisitorFacts } from '../conversations/ports.ts';
import { conversationOf, entryOf } from './conversation-rows.ts';
import type { Database } from './database.ts';
import { rowsAsTable } from './dialect.ts';
import type { Schema } from './schema.ts';

/** What is read of conversations. Every statement names the account, so that a foreign id finds nothing. */
export function createConversationReads({ db, dialect }: Pick<Database, 'db' | 'dialect'>): ConversationReads {
  return {
    async find({ account, conversation }) {
      const row = await db
        .selectFrom('conversations')
        .selectAll()
        .where('account_id', '=', account)
        .where('id', '=', conversation)
        .executeTakeFirst();
      return row === undefined ? null : conversationOf(row);
    },
    async newestOf(account, visitor) {
      const row = await db
        .selectFrom('conversations')
        .selectAll()
        .where('account_id', '=', account)
        .where('visitor_id', '=', visitor)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : conversationOf(row);
    },
    async unresolved(account) {
      const rows = await db
        .selectFrom('conversations')
        .selectAll()
        .where('account_id', '=', account)
        // Written out rather than a parameter, so that SQLite sees that its partial index serves.
        .where('state', '<>', sql.lit('resolved'))
        .execute();
      return rows.map(conversationOf);
    },
    async readMarks(account, agent, conversations) {
      const asked = rowsAsTable(
        dialect,
        { conversation_id: 'text' },
        conversations.map((id) => [id]),
      );
      const { rows } = await sql<{ conversation_id: string; seq: number; visitor_messages: number }>`
        select reads.conversation_id, reads.seq, reads.visitor_messages
        from ${asked}
        join conversation_reads as reads on reads.account_id = ${account} and reads.agent_id = ${agent}
          and reads.conversation_id = batch.conversation_id`.execute(db);
      return new Map(
        rows.map((row) => [
          row.conversation_id as ConversationId,
          { seq: row.seq, visitorMessages: row.visitor_messages },
        ]),
      );
    },
    async visitors(account, ids) {
      const asked = rowsAsTable(
        dialect,
        { id: 'text' },
        ids.map((id) => [id]),
      );
      const { rows } = await sql<VisitorFactsRow>`
        select visitors.id, visitors.number, visitors.name, visitors.email, visitors.blocked_at, visitors.blocked_until, (
          select visits.country from visits
          where visits.account_id = visitors.account_id and visits.visitor_id = visitors.id
          order by visits.started_at desc limit 1) as country
        from ${asked}
        join visitors on visitors.account_id = ${account} and visitors.id = batch.id`.execute(db);
      return new Map(rows.map((row) => [row.id as VisitorId, visitorFacts(row)]));
    },
    entries: (key, stretch) => entriesBetween(db, 'seq', key, stretch),
    publicEntries: (key, stretch) => entriesBetween(db, 'public_seq', key, stretch),
  };
}

/** By one of the two counts; what has no place in it is not among them. */
async function entriesBetween(
  db: Kysely<Schema>,
  count: 'seq' | 'public_seq',
  { account, conversation }: ConversationKey,
  { after, before, limit }: Stretch,
): Promise<LogEntry[]> {
  const newestFirst = await db
    .selectFrom('conversation_entries')
    .selectAll()
    .where('account_id', '=', account)
    .where('conversation_id', '=', conversation)
    .where(count, '>', after)
    .where(count, '<', before)
    .orderBy(count, 'desc')
    .limit(limit)
    .execute();
  return newestFirst.map(entryOf).reverse();
}

interface VisitorFactsRow {
  readonly id: string;
  readonly number: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly country: string | null;
  readonly blocked_at: number | null;
  readonly blocked_until: number | null;
}

function visitorFacts(row: VisitorFactsRow): VisitorFacts {
  return {
    id: row.id as VisitorId,
    ...{ number: row.number, name: row.name, email: row.email, country: row.country },
    blocked: row.blocked_at === null ? null : { until: row.blocked_until },
  };
}
