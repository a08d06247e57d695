import type { AccountId, AgentId, PushDeviceId } from '@vetrina/protocol/ids';
import type { Kysely } from 'kysely';
import type { PushRecords, PushSubscription } from '../push/ports.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';
import type { PushSubscriptionRow } from './schema-push.ts';

/** Who hears pushes, in SQL. Two of one browser at the same moment: the unique endpoint makes them one. */
export function createPushStore({ db }: Database): PushRecords {
  const ofAccount = (account: AccountId) =>
    db
      .selectFrom('push_subscriptions')
      .selectAll()
      .where('account_id', '=', account)
      .orderBy('used_at', 'desc')
      .orderBy('id');
  return {
    keep: (subscription, most) =>
      db.transaction().execute(async (trx) => {
        const kept = await put(trx, subscription);
        await dropBeyond(trx, subscription, most);
        return subscriptionOf(kept);
      }),
    async ofAgent(account, agent) {
      return (await ofAccount(account).where('agent_id', '=', agent).execute()).map(subscriptionOf);
    },
    async ofAccount(account) {
      return (await ofAccount(account).execute()).map(subscriptionOf);
    },
    async find(account, device) {
      const row = await ofAccount(account).where('id', '=', device).executeTakeFirst();
      return row === undefined ? null : subscriptionOf(row);
    },
    async remove(account, agent, device) {
      const { numDeletedRows } = await db
        .deleteFrom('push_subscriptions')
        .where('account_id', '=', account)
        .where('agent_id', '=', agent)
        .where('id', '=', device)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async forget(device, endpoint) {
      await db.deleteFrom('push_subscriptions').where('id', '=', device).where('endpoint', '=', endpoint).execute();
    },
    async endSession(session) {
      await db.deleteFrom('push_subscriptions').where('session_id', '=', session).execute();
    },
  };
}

function put(db: Kysely<Schema>, subscription: PushSubscription): Promise<PushSubscriptionRow> {
  const row = rowOf(subscription);
  return db
    .insertInto('push_subscriptions')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('endpoint').doUpdateSet((eb) => ({
        ...{ account_id: row.account_id, agent_id: row.agent_id, session_id: row.session_id },
        ...{ p256dh: row.p256dh, auth: row.auth, language: row.language, browser: row.browser, os: row.os },
        // Somebody else's device is a new one of this agent's; what waits for the one before is not theirs.
        id: eb
          .case()
          .when('push_subscriptions.agent_id', '=', row.agent_id)
          .then(eb.ref('push_subscriptions.id'))
          .else(row.id)
          .end(),
        created_at: eb
          .case()
          .when('push_subscriptions.agent_id', '=', row.agent_id)
          .then(eb.ref('push_subscriptions.created_at'))
          .else(row.created_at)
          .end(),
        used_at: row.used_at,
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function dropBeyond(db: Kysely<Schema>, { account, agent }: PushSubscription, most: number): Promise<void> {
  const kept = db
    .selectFrom('push_subscriptions')
    .select('id')
    .where('account_id', '=', account)
    .where('agent_id', '=', agent)
    .orderBy('used_at', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(most);
  await db
    .deleteFrom('push_subscriptions')
    .where('account_id', '=', account)
    .where('agent_id', '=', agent)
    .where('id', 'not in', kept)
    .execute();
}

const rowOf = ({ id, account, agent, session, endpoint, keys, ...more }: PushSubscription): PushSubscriptionRow => ({
  ...{ id, account_id: account, agent_id: agent, session_id: session, endpoint, ...keys },
  ...{ language: more.language, browser: more.browser, os: more.os },
  ...{ created_at: more.createdAt, used_at: more.usedAt },
});

const subscriptionOf = (row: PushSubscriptionRow): PushSubscription => ({
  id: row.id as PushDeviceId,
  account: row.account_id as AccountId,
  agent: row.agent_id as AgentId,
  session: row.session_id,
  endpoint: row.endpoint,
  keys: { p256dh: row.p256dh, auth: row.auth },
  language: row.language,
  browser: row.browser,
  os: row.os,
  createdAt: row.created_at,
  usedAt: row.used_at,
});
