import type { Kysely } from 'kysely';

/** C8: the browsers that hear pushes. The server's own keys are a secret among the server's facts. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('push_subscriptions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('agent_id', 'text', (column) => column.notNull())
    .addColumn('session_id', 'text', (column) => column.notNull())
    // One browser, one subscription: who signed in there last has it.
    .addColumn('endpoint', 'text', (column) => column.notNull().unique())
    .addColumn('p256dh', 'text', (column) => column.notNull())
    .addColumn('auth', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('browser', 'text')
    .addColumn('os', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('push_subscriptions_of_account')
    .on('push_subscriptions')
    .columns(['account_id', 'agent_id'])
    .execute();
  await db.schema.createIndex('push_subscriptions_of_session').on('push_subscriptions').column('session_id').execute();
}
