import type { Kysely } from 'kysely';

/** SV: saved views, and what each agent chose about them. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('saved_views')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    // Null: the account's.
    .addColumn('owner_id', 'text')
    .addColumn('shared', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('color', 'text', (column) => column.notNull())
    .addColumn('asks', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('saved_views_key', ['account_id', 'id'])
    .execute();
  await db.schema
    .createTable('view_choices')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('view_id', 'text', (column) => column.notNull())
    .addColumn('agent_id', 'text', (column) => column.notNull())
    .addColumn('sound', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('push', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('position', 'integer')
    .addPrimaryKeyConstraint('view_choices_key', ['account_id', 'view_id', 'agent_id'])
    .execute();
}
