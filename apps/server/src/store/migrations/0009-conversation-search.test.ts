import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { expect, it } from 'vitest';
import { up } from './0009-conversation-search.ts';

it('C4: visitors who were known before are found by their names too, however many', async () => {
  const db = new Kysely<never>({ dialect: new SqliteDialect({ database: new SqliteDatabase(':memory:') }) });
  await sql`create table visitors (account_id text, id text, name text, email text, phone text)`.execute(db);
  await sql`create table conversation_agents (account_id text, agent_id text, conversation_id text)`.execute(db);
  await sql`insert into conversation_agents values ('ac1', 'ag1', 'co1')`.execute(db);
  await sql`insert into visitors values ('ac1', 'stranger', null, null, null)`.execute(db);
  for (let nth = 0; nth < 1_001; nth += 1) {
    await sql`insert into visitors values (${`ac${nth % 3}`}, ${`vi${nth}`}, ${`Jörg ${nth}`}, null, '+39')`.execute(
      db,
    );
  }
  await up(db);
  const { rows } = await sql<{
    found: number;
  }>`select count(*) as found from visitors where folded like 'jorg % +39'`.execute(db);
  const { rows: strangers } = await sql`select folded from visitors where id = 'stranger'`.execute(db);
  const { rows: agents } = await sql`select here from conversation_agents`.execute(db);
  expect([rows[0]?.found, strangers, agents]).toEqual([1_001, [{ folded: null }], [{ here: 1 }]]);
  await db.destroy();
});
