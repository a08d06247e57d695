import type { Account } from '@vetrina/protocol/http/account';
import { type Preferences, preferences as preferencesSchema } from '@vetrina/protocol/http/preferences';
import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { AccountChange, AccountOverview, AccountStore, NewAccount, Sighting } from '../accounts/ports.ts';
import { accountOf, accountRow, changedColumns } from './account-rows.ts';
import type { Database } from './database.ts';
import { rowsAsTable } from './dialect.ts';
import type { Schema, SnippetSightingsTable } from './schema.ts';
import { serverFacts } from './server-facts.ts';
import { agentRow } from './team-rows.ts';

const SET_UP = 'set-up';

export function createAccountStore({ db, dialect }: Database): AccountStore {
  return {
    create: (account) => create(db, account),
    async isSetUp() {
      const row = await db.selectFrom('server_facts').select('name').where('name', '=', SET_UP).executeTakeFirst();
      return row !== undefined;
    },
    byKey: (key) => one(db, 'key', key),
    byId: (id) => one(db, 'id', id),
    save: (id, change) => save(db, id, change),
    overview: () => overview(db),
    async identitySecret(id, fresh) {
      await db
        .updateTable('accounts')
        .set({ identity_secret: fresh })
        .where('id', '=', id)
        .where('identity_secret', 'is', null)
        .execute();
      const row = await db.selectFrom('accounts').select('identity_secret').where('id', '=', id).executeTakeFirst();
      return row?.identity_secret ?? fresh;
    },
    async renewIdentitySecret(id, fresh) {
      await db.updateTable('accounts').set({ identity_secret: fresh }).where('id', '=', id).execute();
    },
    async knownIdentitySecret(id) {
      const row = await db.selectFrom('accounts').select('identity_secret').where('id', '=', id).executeTakeFirst();
      return row?.identity_secret ?? null;
    },
    preferences: (account, agent) => preferences(db, account, agent),
    async savePreferences(account, agent, wanted, at) {
      const value = JSON.stringify(wanted);
      await db
        .insertInto('preferences')
        .values({ account_id: account, agent_id: agent, value, updated_at: at })
        .onConflict((conflict) => conflict.columns(['account_id', 'agent_id']).doUpdateSet({ value, updated_at: at }))
        .execute();
    },
    async sightings() {
      const rows = await db.selectFrom('snippet_sightings').selectAll().execute();
      return new Map(rows.map((row) => [row.account_id as AccountId, sightingOf(row)]));
    },
    async saveSightings(sightings) {
      const batch = rowsAsTable(dialect, SIGHTING_COLUMNS, [...sightings].map(sightingRow));
      await sql`
        insert into snippet_sightings (account_id, seen_at, seen_url, refused_at, refused_because, refused_host)
        select account_id, seen_at, seen_url, refused_at, refused_because, refused_host from ${batch} where true
        on conflict (account_id) do update set seen_at = excluded.seen_at, seen_url = excluded.seen_url,
          refused_at = excluded.refused_at, refused_because = excluded.refused_because,
          refused_host = excluded.refused_host`.execute(db);
    },
    ...serverFacts(db),
  };
}

/** The mark in `server_facts` has one row, so that of two first runs at the same moment only one becomes the first. */
function create(db: Kysely<Schema>, { account, owner, at, mustBeFirst }: NewAccount) {
  return db.transaction().execute(async (trx) => {
    const marked = await trx
      .insertInto('server_facts')
      .values({ name: SET_UP, value: String(at) })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .executeTakeFirst();
    if (mustBeFirst && marked.numInsertedOrUpdatedRows === 0n) return 'already_set_up' as const;
    await trx.insertInto('accounts').values(accountRow(account, at)).execute();
    await trx
      .insertInto('agents')
      .values(agentRow(account.id, owner.user, owner.agent, at))
      .execute();
    return 'created' as const;
  });
}

async function one(db: Kysely<Schema>, column: 'id' | 'key', value: string): Promise<Account | null> {
  const row = await db.selectFrom('accounts').selectAll().where(column, '=', value).executeTakeFirst();
  return row === undefined ? null : accountOf(row);
}

async function save(db: Kysely<Schema>, id: AccountId, change: AccountChange): Promise<Account | null> {
  const row = await db
    .updateTable('accounts')
    .set({ id, ...changedColumns(change) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : accountOf(row);
}

/** Two statements and no join: an account without people is shown too, and there are few accounts on a server. */
async function overview(db: Kysely<Schema>): Promise<readonly AccountOverview[]> {
  const accounts = await db.selectFrom('accounts').selectAll().orderBy('created_at').orderBy('id').execute();
  const people = await db
    .selectFrom('agents')
    .select(['account_id', 'email', 'role'])
    .where('active', '=', 1)
    .orderBy('joined_at')
    .orderBy('id')
    .execute();
  return accounts.map((row) => {
    const team = people.filter(({ account_id }) => account_id === row.id);
    return {
      account: accountOf(row),
      createdAt: row.created_at,
      agents: team.length,
      owners: team.filter(({ role }) => role === 'owner').map(({ email }) => email),
    };
  });
}

/** Preferences of an older form that no longer read well are forgotten rather than shown broken. */
async function preferences(db: Kysely<Schema>, account: AccountId, agent: AgentId): Promise<Preferences | null> {
  const row = await db
    .selectFrom('preferences')
    .select('value')
    .where('account_id', '=', account)
    .where('agent_id', '=', agent)
    .executeTakeFirst();
  return row === undefined ? null : (preferencesSchema.safeParse(JSON.parse(row.value)).data ?? null);
}

const SIGHTING_COLUMNS = {
  account_id: 'text',
  seen_at: 'bigint',
  seen_url: 'text',
  refused_at: 'bigint',
  refused_because: 'text',
  refused_host: 'text',
} as const;

function sightingRow([account, { seenAt, seenUrl, refused }]: readonly [AccountId, Sighting]) {
  return [account, seenAt, seenUrl, refused?.at ?? null, refused?.because ?? null, refused?.host ?? null];
}

function sightingOf(row: Selectable<SnippetSightingsTable>): Sighting {
  const because = row.refused_because as NonNullable<Sighting['refused']>['because'] | null;
  return {
    seenAt: row.seen_at,
    seenUrl: row.seen_url,
    refused:
      because === null || row.refused_at === null ? null : { at: row.refused_at, because, host: row.refused_host },
  };
}
