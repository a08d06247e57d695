import type { AccountId, ConversationId } from '@vetrina/protocol/ids';
import { sql, type Transaction } from 'kysely';
import type { HeldLog } from '../conversations/ports.ts';
import { AUTOMATION, entryOf } from './conversation-rows.ts';
import type { Schema } from './schema.ts';

const MESSAGES = ['text', 'file'];
const TEAM = ['agent', ...AUTOMATION];

/** The log of a conversation for one decision; null: there is none yet, so its log is empty. */
export function heldLog(trx: Transaction<Schema>, account: AccountId, conversation: ConversationId | null): HeldLog {
  const ofLog = trx
    .selectFrom('conversation_entries')
    .where('account_id', '=', account)
    .where('conversation_id', '=', conversation ?? '');
  const messages = ofLog.where('kind', 'in', MESSAGES);
  const count = sql<number>`count(*)`.as('messages');
  return {
    async entry(id) {
      const row = await ofLog.selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : entryOf(row);
    },
    async newestMessages(limit) {
      const rows = await messages.selectAll().where('recalled', '=', 0).orderBy('seq', 'desc').limit(limit).execute();
      return rows.map(entryOf);
    },
    async visitorMessagesUntil(seq) {
      const row = await messages
        .select(count)
        .where('sender', '=', 'visitor')
        .where('seq', '<=', seq)
        .executeTakeFirst();
      return row?.messages ?? 0;
    },
    async teamMessagesUntil(publicSeq) {
      const row = await messages
        .select(count)
        .where('sender', 'in', TEAM)
        .where('recalled', '=', 0)
        .where('public_seq', '<=', publicSeq)
        .executeTakeFirst();
      return row?.messages ?? 0;
    },
    async lastSeqOfVisitor() {
      const row = await messages
        .select('seq')
        .where('sender', '=', 'visitor')
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.seq ?? null;
    },
    async lastAtOfTeam() {
      const row = await messages
        .select('at')
        .where('sender', '=', 'agent')
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.at ?? null;
    },
    async hasWordOfVisitor() {
      const row = await ofLog.select('seq').where('sender', '=', 'visitor').limit(1).executeTakeFirst();
      return row !== undefined;
    },
    async readMark(agent) {
      const row = await trx
        .selectFrom('conversation_reads')
        .select(['seq', 'visitor_messages'])
        .where('account_id', '=', account)
        .where('agent_id', '=', agent)
        .where('conversation_id', '=', conversation ?? '')
        .executeTakeFirst();
      return row === undefined ? null : { seq: row.seq, visitorMessages: row.visitor_messages };
    },
  };
}
