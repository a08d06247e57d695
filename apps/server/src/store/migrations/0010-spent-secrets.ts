import { type Kysely, sql } from 'kysely';

/**
 * A code of a second factor is good once (RFC 6238 section 5.2): the step of the last one is remembered. And jobs that were
 * given up keep nothing of what they were to send: links that set a password lay there.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('second_factor_steps')
    .addColumn('user_id', 'text', (column) => column.primaryKey().references('auth_users.id').onDelete('cascade'))
    .addColumn('step', 'bigint', (column) => column.notNull())
    .execute();
  await sql`update jobs set payload = '{}' where failed_at is not null`.execute(db);
}
