import { type Kysely, sql } from 'kysely';

/** C7: the blocked are found without reading everyone who ever came. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create index visitors_blocked on visitors (account_id, blocked_at) where blocked_at is not null`.execute(
    db,
  );
}
