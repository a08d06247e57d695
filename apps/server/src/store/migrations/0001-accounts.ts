import type { Kysely } from 'kysely';

/** Accounts, their agents, and what the server knows about itself. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('server_facts')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('accounts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('plan', 'text', (column) => column.notNull())
    .addColumn('allowed_domains', 'text', (column) => column.notNull())
    .addColumn('tracking_mode', 'text', (column) => column.notNull())
    .addColumn('respect_privacy_signals', 'integer', (column) => column.notNull())
    .addColumn('store_ip', 'integer', (column) => column.notNull())
    .addColumn('kept_query_parameters', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('visitor_numbers')
    .addColumn('account_id', 'text', (column) => column.primaryKey())
    .addColumn('last', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('agents')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('agents_key', ['account_id', 'id'])
    .addUniqueConstraint('agents_person', ['user_id', 'account_id'])
    .execute();
  await db.schema
    .createTable('preferences')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('agent_id', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('preferences_key', ['account_id', 'agent_id'])
    .execute();
  await db.schema
    .createTable('snippet_sightings')
    .addColumn('account_id', 'text', (column) => column.primaryKey())
    .addColumn('seen_at', 'bigint')
    .addColumn('seen_url', 'text')
    .addColumn('refused_at', 'bigint')
    .addColumn('refused_because', 'text')
    .addColumn('refused_host', 'text')
    .execute();
}
