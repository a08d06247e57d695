import type { Account, AccountSettings, Agent, Plan, Role, TrackingMode } from '@vetrina/protocol/http/account';
import { DEFAULT_BOX } from '@vetrina/protocol/http/box';
import { type Preferences, preferences as preferencesSchema } from '@vetrina/protocol/http/preferences';
import type { AccountId, AccountKey, AgentId } from '@vetrina/protocol/ids';
import { type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import type { AccountStore, NewAccount, Sighting, UserId } from '../accounts/ports.ts';
import type { Database } from './database.ts';
import { rowsAsTable } from './dialect.ts';
import type { AccountRow, AccountsTable, AgentsTable, Schema, SnippetSightingsTable } from './schema.ts';

const SET_UP = 'set-up';

export function createAccountStore({ db, dialect }: Database): AccountStore {
  return {
    create: (account) => create(db, account),
    async addAgent(account, user, agent, at) {
      await db
        .insertInto('agents')
        .values(agentRow(account, user, agent, at))
        .execute();
    },
    async isSetUp() {
      const row = await db.selectFrom('server_facts').select('name').where('name', '=', SET_UP).executeTakeFirst();
      return row !== undefined;
    },
    byKey: (key) => one(db, 'key', key),
    byId: (id) => one(db, 'id', id),
    save: (id, settings) => save(db, id, settings),
    async agents(account) {
      const rows = await db
        .selectFrom('agents')
        .selectAll()
        .where('account_id', '=', account)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(agentOf);
    },
    async membership(user) {
      const row = await db
        .selectFrom('agents')
        .selectAll()
        .where('user_id', '=', user)
        .orderBy('created_at')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : { account: row.account_id as AccountId, agent: agentOf(row), groups: [] };
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
    async secret(name, fresh) {
      const fact = `secret:${name}`;
      await db
        .insertInto('server_facts')
        .values({ name: fact, value: fresh })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute();
      const row = await db
        .selectFrom('server_facts')
        .select('value')
        .where('name', '=', fact)
        .executeTakeFirstOrThrow();
      return row.value;
    },
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
    await trx
      .insertInto('accounts')
      .values({ id: account.id, key: account.key, plan: account.plan, created_at: at, ...everySetting(account) })
      .execute();
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

async function save(db: Kysely<Schema>, id: AccountId, settings: AccountSettings): Promise<Account | null> {
  const row = await db
    .updateTable('accounts')
    .set({ id, ...settingColumns(settings) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : accountOf(row);
}

function everySetting(account: Account) {
  return {
    name: account.name,
    allowed_domains: JSON.stringify(account.allowedDomains),
    tracking_mode: account.trackingMode,
    respect_privacy_signals: account.respectPrivacySignals ? (1 as const) : (0 as const),
    store_ip: account.storeIp ? (1 as const) : (0 as const),
    kept_query_parameters: JSON.stringify(account.keptQueryParameters),
  };
}

function settingColumns(settings: AccountSettings): Updateable<AccountsTable> {
  return {
    ...(settings.name === undefined ? {} : { name: settings.name }),
    ...(settings.allowedDomains === undefined ? {} : { allowed_domains: JSON.stringify(settings.allowedDomains) }),
    ...(settings.trackingMode === undefined ? {} : { tracking_mode: settings.trackingMode }),
    ...(settings.respectPrivacySignals === undefined
      ? {}
      : { respect_privacy_signals: settings.respectPrivacySignals ? 1 : 0 }),
    ...(settings.storeIp === undefined ? {} : { store_ip: settings.storeIp ? 1 : 0 }),
    ...(settings.keptQueryParameters === undefined
      ? {}
      : { kept_query_parameters: JSON.stringify(settings.keptQueryParameters) }),
  };
}

function accountOf(row: AccountRow): Account {
  return {
    id: row.id as AccountId,
    key: row.key as AccountKey,
    name: row.name,
    plan: row.plan as Plan,
    allowedDomains: JSON.parse(row.allowed_domains) as string[],
    trackingMode: row.tracking_mode as TrackingMode,
    respectPrivacySignals: row.respect_privacy_signals === 1,
    storeIp: row.store_ip === 1,
    keptQueryParameters: JSON.parse(row.kept_query_parameters) as string[],
    trialUntil: null,
    box: DEFAULT_BOX,
    officeHours: null,
    signatureDemanded: false,
  };
}

function agentRow(account: AccountId, user: UserId, agent: Agent, at: number): AgentsTable {
  return {
    account_id: account,
    id: agent.id,
    user_id: user,
    role: agent.role,
    name: agent.name,
    email: agent.email,
    created_at: at,
  };
}

function agentOf(row: Selectable<AgentsTable>): Agent {
  return { id: row.id as AgentId, name: row.name, email: row.email, role: row.role as Role, photo: null };
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
