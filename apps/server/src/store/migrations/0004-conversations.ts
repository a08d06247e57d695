import { type Kysely, sql } from 'kysely';
import { dialectOf } from '../dialect.ts';

/** Conversations and their logs. Keys begin with the account, which every query names. */
export async function up(db: Kysely<never>): Promise<void> {
  await conversations(db);
  await entries(db);
  await db.schema
    .createTable('conversation_reads')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('agent_id', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('visitor_messages', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('conversation_reads_key', ['account_id', 'agent_id', 'conversation_id'])
    .execute();
  for (const [table, what] of [
    ['conversation_agents', 'agent_id'],
    ['conversation_tags', 'tag_id'],
  ] as const) {
    await db.schema
      .createTable(table)
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn(what, 'text', (column) => column.notNull())
      .addColumn('conversation_id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint(`${table}_key`, ['account_id', what, 'conversation_id'])
      .$call((creation) => (dialectOf(db) === 'sqlite' ? creation.modifyEnd(sql`without rowid`) : creation))
      .execute();
  }
}

async function conversations(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('conversations')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('visitor_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('started_by', 'text', (column) => column.notNull())
    .addColumn('offline', 'integer', (column) => column.notNull())
    .addColumn('group_name', 'text')
    .addColumn('agents', 'text', (column) => column.notNull())
    .addColumn('tags', 'text', (column) => column.notNull())
    .addColumn('last_seq', 'integer', (column) => column.notNull())
    .addColumn('last_public_seq', 'integer', (column) => column.notNull())
    .addColumn('visitor_messages', 'integer', (column) => column.notNull())
    .addColumn('team_messages', 'integer', (column) => column.notNull())
    .addColumn('last_message', 'text')
    .addColumn('waiting_since', 'bigint')
    .addColumn('visitor_read_seq', 'integer', (column) => column.notNull())
    .addColumn('visitor_read_messages', 'integer', (column) => column.notNull())
    .addColumn('team_read_seq', 'integer', (column) => column.notNull())
    .addColumn('team_read_messages', 'integer', (column) => column.notNull())
    .addColumn('rating', 'integer')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('resolved_at', 'bigint')
    .addColumn('page_url', 'text')
    .addColumn('page_title', 'text')
    .addPrimaryKeyConstraint('conversations_key', ['account_id', 'id'])
    .execute();
  // The rule itself (C2): a visitor has at most one that is not resolved. It also finds an account's open ones.
  await db.schema
    .createIndex('conversations_unresolved')
    .unique()
    .on('conversations')
    .columns(['account_id', 'visitor_id'])
    .where('state' as never, '<>', sql.lit('resolved'))
    .execute();
  await db.schema
    .createIndex('conversations_of_visitor')
    .on('conversations')
    .columns(['account_id', 'visitor_id', 'created_at', 'id'])
    .execute();
  // The two orders of the search, each with the place where a page ends.
  await db.schema
    .createIndex('conversations_resolved')
    .on('conversations')
    .columns(['account_id', 'resolved_at', 'id'])
    .where('state' as never, '=', sql.lit('resolved'))
    .execute();
  await db.schema
    .createIndex('conversations_created')
    .on('conversations')
    .columns(['account_id', 'created_at', 'id'])
    .execute();
}

async function entries(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('conversation_entries')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('public_seq', 'integer')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('visitor_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('sender', 'text', (column) => column.notNull())
    .addColumn('sender_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('folded', 'text')
    .addColumn('recalled', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('conversation_entries_key', ['account_id', 'conversation_id', 'seq'])
    .addUniqueConstraint('conversation_entries_public', ['account_id', 'conversation_id', 'public_seq'])
    // C3: nothing is said twice. Per visitor rather than per conversation, because a resend may come after a new one began;
    // whoever the sender is, so that nobody can send something under the id of another's message.
    .addUniqueConstraint('conversation_entries_said', ['account_id', 'visitor_id', 'id'])
    .execute();
}
