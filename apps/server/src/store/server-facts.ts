import type { AccountId } from '@vetrina/protocol/ids';
import type { Kysely } from 'kysely';
import type { AccountStore } from '../accounts/ports.ts';
import type { Schema } from './schema.ts';

const SUPPORT_ACCOUNT = 'support-account';

/** What belongs to the server and to none of its accounts. */
export function serverFacts(
  db: Kysely<Schema>,
): Pick<AccountStore, 'secret' | 'supportAccount' | 'saveSupportAccount'> {
  const fact = async (name: string): Promise<string | null> => {
    const row = await db.selectFrom('server_facts').select('value').where('name', '=', name).executeTakeFirst();
    return row?.value ?? null;
  };
  return {
    async secret(name, fresh) {
      const known = `secret:${name}`;
      await db
        .insertInto('server_facts')
        .values({ name: known, value: fresh })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute();
      return (await fact(known)) ?? fresh;
    },
    supportAccount: async () => (await fact(SUPPORT_ACCOUNT)) as AccountId | null,
    async saveSupportAccount(account) {
      if (account === null) {
        await db.deleteFrom('server_facts').where('name', '=', SUPPORT_ACCOUNT).execute();
        return;
      }
      await db
        .insertInto('server_facts')
        .values({ name: SUPPORT_ACCOUNT, value: account })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: account }))
        .execute();
    },
  };
}
