import { startTestPostgres } from '@vetrina/testkit/postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { silentLog } from '../src/platform/log.ts';
import { openDatabase } from '../src/store/database.ts';
import { storeContract } from './store-contract.ts';

const postgres = await startTestPostgres(process.env);
afterAll(() => postgres?.stop());

if (postgres === null) {
  const what = 'PostgreSQL is neither installed nor named by TEST_DATABASE_URL';
  it('PostgreSQL is there to be tested', (context) => {
    if (process.env.CI === 'true') expect.fail(what);
    context.skip(`SKIPPED: the store contract on PostgreSQL (${what})`);
  });
} else {
  storeContract('PostgreSQL', async () => ({ kind: 'postgres', url: await postgres.freshDatabase() }));

  describe('several processes on one PostgreSQL', () => {
    it('processes that start together migrate once', async () => {
      const url = await postgres.freshDatabase();
      const databases = await Promise.all(
        Array.from({ length: 4 }, () => openDatabase({ kind: 'postgres', url, connections: 2 }, silentLog)),
      );
      expect(databases.map((database) => database.dialect)).toEqual(Array(4).fill('postgres'));
      for (const database of databases) await database.close();
    });
  });
}
