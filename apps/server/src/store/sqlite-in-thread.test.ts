import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { silentLog } from '../platform/log.ts';
import { openDatabase } from './database.ts';
import { blamesTheData } from './dialect.ts';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'vetrina-sqlite-'));
  folders.push(folder);
  return folder;
};
const fact = (name: string) => ({ name, value: '1' });

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('SQLite in its own thread', () => {
  it('the calling thread stays free while a statement runs', async () => {
    const { db, close } = await openDatabase({ kind: 'folder', folder: newFolder() }, silentLog);
    let turns = 0;
    const turn = () => {
      turns += 1;
      next = setImmediate(turn);
    };
    let next = setImmediate(turn);
    await sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < 300000) select max(i) from n`.execute(
      db,
    );
    clearImmediate(next);
    expect(turns).toBeGreaterThan(1);
    await close();
  });

  it('what was committed is there when the folder is opened again, what was rolled back is not', async () => {
    const folder = newFolder();
    const first = await openDatabase({ kind: 'folder', folder }, silentLog);
    await first.db.transaction().execute((trx) => trx.insertInto('server_facts').values(fact('kept')).execute());
    const undone = first.db.transaction().execute(async (trx) => {
      await trx.insertInto('server_facts').values(fact('undone')).execute();
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    await first.close();

    const second = await openDatabase({ kind: 'folder', folder }, silentLog);
    const names = await second.db.selectFrom('server_facts').select('name').execute();
    expect(names).toEqual([{ name: 'kept' }]);
    await second.close();
  });

  it('a refused write says so with its code, and how many rows changed comes back', async () => {
    const { db, close } = await openDatabase({ kind: 'folder', folder: newFolder() }, silentLog);
    await db.insertInto('server_facts').values(fact('one')).execute();
    const again = await db
      .insertInto('server_facts')
      .values(fact('one'))
      .execute()
      .catch((error: unknown) => error);
    expect(again).toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
    expect(blamesTheData(again)).toBe(true);
    const { numUpdatedRows } = await db.updateTable('server_facts').set({ value: '2' }).executeTakeFirstOrThrow();
    expect(numUpdatedRows).toBe(1n);
    await close();
  });

  it('when SQLite rolls back by itself, as on a full disk, the reason is told and the next transaction works', async () => {
    const { db, close } = await openDatabase({ kind: 'folder', folder: newFolder() }, silentLog);
    await db.insertInto('server_facts').values(fact('one')).execute();
    const failed = db
      .transaction()
      .execute((trx) => sql`insert or rollback into server_facts (name, value) values ('one', '2')`.execute(trx));
    await expect(failed).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
    await db.transaction().execute((trx) => trx.insertInto('server_facts').values(fact('two')).execute());
    expect(await db.selectFrom('server_facts').selectAll().execute()).toHaveLength(2);
    await close();
  });

  it('after closing, queries are refused rather than left waiting', async () => {
    const { db, close } = await openDatabase({ kind: 'folder', folder: newFolder() }, silentLog);
    await close();
    await expect(db.selectFrom('server_facts').selectAll().execute()).rejects.toThrow();
  });
});
