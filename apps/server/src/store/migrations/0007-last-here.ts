import type { Kysely } from 'kysely';

/** When agents were last here, so that a restart does not send them away. */
export async function up(db: Kysely<never>): Promise<void> {
  // Null: before this was kept, or never.
  await db.schema.alterTable('agents').addColumn('last_here_at', 'bigint').execute();
}
