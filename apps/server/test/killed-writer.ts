/** A process to be killed: commits one fact, writes another in an open transaction, says so, and stays. */
import { silentLog } from '../src/platform/log.ts';
import { openDatabase } from '../src/store/database.ts';

const { db } = await openDatabase({ kind: 'folder', folder: process.argv[2] ?? '' }, silentLog);
await db.insertInto('server_facts').values({ name: 'test:committed', value: '' }).execute();
await db.transaction().execute(async (trx) => {
  await trx.insertInto('server_facts').values({ name: 'test:uncommitted', value: '' }).execute();
  process.stdout.write('in the middle\n');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
