import type { Conversation, LogEntry } from '@vetrina/domain/conversation';
import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import { sql } from 'kysely';
import { conversationColumns, entryColumns } from './conversation-rows.ts';
import type { Database } from './database.ts';

/** SQLite takes 32,766 parameters: rows of an insert, by the columns they have. */
const CHUNK = 500;

interface Talk {
  readonly conversation: Conversation;
  readonly entries: readonly LogEntry[];
}

/** The demo's past in SQL: whole conversations in one transaction, past the rules of what is said now. */
export function createDemoPast({ db }: Pick<Database, 'db'>) {
  return {
    async isEmpty(account: AccountId): Promise<boolean> {
      return (
        (await db.selectFrom('visits').select('id').where('account_id', '=', account).limit(1).executeTakeFirst()) ===
        undefined
      );
    },
    addTalks: (account: AccountId, talks: readonly Talk[], readBy: readonly AgentId[]): Promise<void> =>
      db.transaction().execute(async (trx) => {
        const put = async <Row>(rows: readonly Row[], insert: (chunk: Row[]) => { execute(): Promise<unknown> }) => {
          for (let at = 0; at < rows.length; at += CHUNK) await insert(rows.slice(at, at + CHUNK)).execute();
        };
        const key = { account_id: account };
        await put(
          talks.map(({ conversation }) => conversationColumns(account, conversation)),
          (rows) => trx.insertInto('conversations').values(rows),
        );
        await put(
          talks.flatMap(({ conversation, entries }) =>
            entries.map((entry) => entryColumns(account, conversation, entry)),
          ),
          (rows) => trx.insertInto('conversation_entries').values(rows),
        );
        await put(
          talks.flatMap(({ conversation: { id, agents } }) =>
            agents.map((agent) => ({ ...key, agent_id: agent, conversation_id: id, here: 1 as const })),
          ),
          (rows) => trx.insertInto('conversation_agents').values(rows),
        );
        await put(
          talks.flatMap(({ conversation: { id, lastSeq, visitorMessages } }) =>
            readBy.map((agent) => ({
              ...{ ...key, agent_id: agent, conversation_id: id },
              ...{ seq: lastSeq, visitor_messages: visitorMessages },
            })),
          ),
          (rows) => trx.insertInto('conversation_reads').values(rows),
        );
        await sql`update visitors set chats = 1 where account_id = ${account} and exists (
          select 1 from conversations where conversations.account_id = visitors.account_id
            and conversations.visitor_id = visitors.id)`.execute(trx);
      }),
  };
}
