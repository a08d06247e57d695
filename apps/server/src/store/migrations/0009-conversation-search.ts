import { fold } from '@vetrina/domain/fold';
import { type Kysely, sql } from 'kysely';

/** Visitors taken at once. */
const BATCH = 500;

interface Named {
  readonly account_id: string;
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** C4: conversations are found by who the visitor is, and by agents who have left them since. */
export async function up(db: Kysely<never>): Promise<void> {
  // What a search looks through, folded; null: nothing is known of the visitor.
  await db.schema.alterTable('visitors').addColumn('folded', 'text').execute();
  // 0: was on it, and is not any more.
  await db.schema
    .alterTable('conversation_agents')
    .addColumn('here', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  for (let after = { account_id: '', id: '' }; ; ) {
    const { rows } = await sql<Named>`
      select account_id, id, name, email, phone from visitors
      where (name is not null or email is not null or phone is not null)
        and (account_id > ${after.account_id} or (account_id = ${after.account_id} and id > ${after.id}))
      order by account_id, id limit ${BATCH}`.execute(db);
    for (const { account_id, id, name, email, phone } of rows) {
      const folded = fold([name, email, phone].filter((part) => part !== null).join(' '));
      await sql`update visitors set folded = ${folded} where account_id = ${account_id} and id = ${id}`.execute(db);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last;
  }
}
