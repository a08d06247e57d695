import { type Kysely, sql } from 'kysely';

/** A1–A8: rules, and what was written to visitors who had not asked. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('rules')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('is_on', 'integer', (column) => column.notNull())
    .addColumn('preset', 'text')
    .addColumn('draft', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('rules_key', ['account_id', 'id'])
    .execute();
  await contacts(db);
  // When something was last written to the visitor unasked: most never are, and nothing more is read of them.
  await db.schema.alterTable('visitors').addColumn('contacted_at', 'bigint').execute();
  // A dry run goes through the visits of the last days.
  await db.schema.createIndex('visits_by_start').on('visits').columns(['account_id', 'started_at']).execute();
  // P: how many conversations automation began this month.
  await sql`create index conversations_automated on conversations (account_id, created_at)
    where started_by = 'automation'`.execute(db);
}

async function contacts(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('contacts')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('visitor_id', 'text', (column) => column.notNull())
    // Null: an agent opened the conversation.
    .addColumn('rule_id', 'text')
    .addColumn('held_out', 'integer', (column) => column.notNull())
    .addColumn('visit_id', 'text')
    .addColumn('page_id', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('greeting', 'text')
    .addColumn('seen_at', 'bigint')
    .addColumn('dismissed_at', 'bigint')
    .addColumn('answered_at', 'bigint')
    .addColumn('goal_at', 'bigint')
    .addPrimaryKeyConstraint('contacts_key', ['account_id', 'visitor_id', 'id'])
    .execute();
  await db.schema
    .createIndex('contacts_of_visitor')
    .on('contacts')
    .columns(['account_id', 'visitor_id', 'at'])
    .execute();
  await db.schema.createIndex('contacts_of_rule').on('contacts').columns(['account_id', 'rule_id', 'at']).execute();
}
