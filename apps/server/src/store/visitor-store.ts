import type { KnownContact } from '@vetrina/domain/automation/greeting';
import type { AccountId, AgentId, BlockId, VisitorId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { AdmittedVisitor, VisitorEditBy, VisitorKey, VisitorStore } from '../visitors/ports.ts';
import { contactOf } from './contact-rows.ts';
import type { Database } from './database.ts';
import { type DialectName, greatest, held, rowsAsTable } from './dialect.ts';
import type { IpBlocksTable, Schema, VisitorRow } from './schema.ts';
import type { ContactRow } from './schema-automation.ts';
import { searchedOf, storedDetails, storedVisitor, type VisitorWithVisit } from './visitor-rows.ts';

const KEPT_VISITS = 20;
const KEPT_PAGES = 200;
const LAST_ALIVE = 'last-alive';

/** Visitors in SQL. Every statement names the account, so that a foreign id finds nothing. */
export function createVisitorStore({ db, dialect }: Database): VisitorStore {
  return {
    admit: (requests) => db.transaction().execute((trx) => admit(trx, dialect, requests)),
    details: (key) => details(db, key),
    edit: (key, edit, by, at) => editVisitor(db, dialect, key, edit, { agent: by, at }),
    block: (key, block) =>
      change(db, key, {
        blocked_at: block.at,
        blocked_by: block.by,
        blocked_by_agent: block.byAgent,
        blocked_until: block.until,
      }),
    unblock: (key) =>
      change(db, key, { blocked_at: null, blocked_by: null, blocked_by_agent: null, blocked_until: null }),
    blockedVisitors: (account, groups, now) => blockedVisitors(db, account, groups, now),
    ipBlocks: (account) => ipBlocks(db, account),
    async addIpBlock(account, { id, pattern, createdAt, createdBy, byAgent }) {
      await db
        .insertInto('ip_blocks')
        .values({
          account_id: account,
          id,
          pattern,
          created_at: createdAt,
          created_by: createdBy,
          created_by_agent: byAgent,
        })
        .execute();
    },
    async removeIpBlock(account, id) {
      const { numDeletedRows } = await db
        .deleteFrom('ip_blocks')
        .where('account_id', '=', account)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async markAlive(at) {
      await db
        .insertInto('server_facts')
        .values({ name: LAST_ALIVE, value: String(at) })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: String(at) }))
        .execute();
    },
    async lastAlive() {
      const row = await db.selectFrom('server_facts').select('value').where('name', '=', LAST_ALIVE).executeTakeFirst();
      return row === undefined ? null : Number(row.value);
    },
    closeAbandonedVisits: (openSince, endedAt) =>
      db.transaction().execute((trx) => closeAbandonedVisits(trx, dialect, openSince, endedAt)),
  };
}

type Db = Kysely<Schema> | Transaction<Schema>;

async function admit(
  trx: Transaction<Schema>,
  dialect: DialectName,
  requests: readonly (VisitorKey & { readonly at: number })[],
): Promise<readonly AdmittedVisitor[]> {
  if (requests.length === 0) return [];
  const wanted = new Map<string, VisitorKey & { readonly at: number }>();
  for (const request of requests) if (!wanted.has(nameOf(request))) wanted.set(nameOf(request), request);

  const found = await read(trx, dialect, [...wanted.values()]);
  const missing = [...wanted.values()].filter((request) => !found.has(nameOf(request)));
  if (missing.length > 0) {
    await create(trx, dialect, missing);
    for (const [name, visitor] of await read(trx, dialect, missing)) found.set(name, visitor);
  }
  return requests.map((request) => {
    const visitor = found.get(nameOf(request));
    if (visitor === undefined) throw new Error('an admitted visitor is missing');
    return visitor;
  });
}

const nameOf = (key: VisitorKey): string => `${key.account} ${key.visitor}`;

async function read(trx: Db, dialect: DialectName, keys: readonly VisitorKey[]): Promise<Map<string, AdmittedVisitor>> {
  const batch = rowsAsTable(
    dialect,
    { account_id: 'text', id: 'text' },
    keys.map((key) => [key.account, key.visitor]),
  );
  const { rows } = await sql<VisitorWithVisit>`
    select visitors.*, ${VISIT_COLUMNS}
    from ${batch}
    join visitors on visitors.account_id = batch.account_id and visitors.id = batch.id
    left join visits on ${IS_NEWEST_VISIT}`.execute(trx);
  const contacts = await contactsOf(
    trx,
    dialect,
    rows.filter(({ contacted_at }) => contacted_at !== null),
  );
  return new Map(
    rows.map((row) => {
      const name = `${row.account_id} ${row.id}`;
      return [name, { ...storedVisitor(row), contacts: contacts.get(name) ?? [] }];
    }),
  );
}

/** What was written to these visitors unasked. Most were never written to: they are not asked for. */
async function contactsOf(trx: Db, dialect: DialectName, visitors: readonly Pick<VisitorRow, 'account_id' | 'id'>[]) {
  const found = new Map<string, KnownContact[]>();
  if (visitors.length === 0) return found;
  const batch = rowsAsTable(
    dialect,
    { account_id: 'text', visitor_id: 'text' },
    visitors.map(({ account_id, id }) => [account_id, id]),
  );
  const { rows } = await sql<ContactRow>`
    select * from (
      select contacts.*, row_number() over (
        partition by contacts.account_id, contacts.visitor_id order by contacts.at desc
      ) as nth
      from ${batch}
      join contacts on contacts.account_id = batch.account_id and contacts.visitor_id = batch.visitor_id
    ) as newest
    where nth <= ${LIMITS.contactsKnown}
    order by at desc`.execute(trx);
  for (const row of rows) {
    const name = `${row.account_id} ${row.visitor_id}`;
    found.set(name, [...(found.get(name) ?? []), contactOf(row)]);
  }
  return found;
}

const VISIT_COLUMNS = sql`visits.id as visit_id, visits.started_at as visit_started_at, visits.ended_at as visit_ended_at,
  visits.last_seen_at as visit_last_seen_at, visits.page_views as visit_page_views, visits.source as visit_source`;

const IS_NEWEST_VISIT = sql`visits.account_id = visitors.account_id and visits.id = (
  select newest.id from visits as newest
  where newest.account_id = visitors.account_id and newest.visitor_id = visitors.id
  order by newest.started_at desc limit 1)`;

/**
 * The account's counter row is taken first and held to the end of the transaction, so that processes creating visitors of
 * one account do so one after the other; accounts in a fixed order, so that two batches never wait for each other. When
 * another process was first with a visitor, its number stands and ours stays unused.
 */
async function create(
  trx: Transaction<Schema>,
  dialect: DialectName,
  missing: readonly (VisitorKey & { readonly at: number })[],
): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const account of [...new Set(missing.map((request) => request.account))].sort()) {
    const ofAccount = missing.filter((request) => request.account === account);
    const { last } = await trx
      .insertInto('visitor_numbers')
      .values({ account_id: account, last: ofAccount.length })
      .onConflict((conflict) =>
        conflict.column('account_id').doUpdateSet({ last: sql`visitor_numbers.last + ${ofAccount.length}` }),
      )
      .returning('last')
      .executeTakeFirstOrThrow();
    for (const [index, { visitor, at }] of ofAccount.entries()) {
      rows.push([account, visitor, last - ofAccount.length + 1 + index, at]);
    }
  }
  const batch = rowsAsTable(dialect, { account_id: 'text', id: 'text', number: 'integer', at: 'bigint' }, rows);
  await sql`
    insert into visitors (account_id, id, number, first_seen_at, last_seen_at)
    select account_id, id, number, at, at from ${batch} where true
    on conflict (account_id, id) do nothing`.execute(trx);
}

async function details(db: Kysely<Schema>, key: VisitorKey) {
  const { rows } = await sql<VisitorWithVisit & { note_by_name: string | null }>`
    select visitors.*, ${VISIT_COLUMNS}, agents.name as note_by_name
    from visitors
    left join visits on ${IS_NEWEST_VISIT}
    left join agents on agents.account_id = visitors.account_id and agents.id = visitors.note_by
    where visitors.account_id = ${key.account} and visitors.id = ${key.visitor}`.execute(db);
  const visitor = rows[0];
  if (visitor === undefined) return null;
  const visits = await db
    .selectFrom('visits')
    .selectAll()
    .where('account_id', '=', key.account)
    .where('visitor_id', '=', key.visitor)
    .orderBy('started_at', 'desc')
    .limit(KEPT_VISITS)
    .execute();
  const newest = visits[0];
  if (newest === undefined) return storedDetails(visitor, [], []);
  const pages = await db
    .selectFrom('page_views')
    .selectAll()
    .where('account_id', '=', key.account)
    .where('visit_id', '=', newest.id)
    .orderBy('at', 'desc')
    .limit(KEPT_PAGES)
    .execute();
  return storedDetails(visitor, visits, pages);
}

function editVisitor(db: Kysely<Schema>, dialect: DialectName, key: VisitorKey, edit: VisitorEditBy, by: ByAgent) {
  const { name, email, phone, note } = edit;
  return db.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom('visitors')
      .select(['name', 'email', 'phone'])
      .where('account_id', '=', key.account)
      .where('id', '=', key.visitor)
      .modifyEnd(held(dialect))
      .executeTakeFirst();
    if (before === undefined) return false;
    const who = {
      name: name === undefined ? before.name : name,
      email: email === undefined ? before.email : email,
      phone: phone === undefined ? before.phone : phone,
    };
    const noted = note === undefined ? {} : { note, note_by: by.agent, note_at: by.at };
    return change(trx, key, { ...who, folded: searchedOf(who), ...noted });
  });
}

interface ByAgent {
  readonly agent: AgentId;
  readonly at: number;
}

/** Lays columns over one visitor; false when there is no such visitor. No columns: only asks whether there is one. */
async function change(
  db: Kysely<Schema>,
  key: VisitorKey,
  columns: Readonly<Record<string, string | number | null>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('visitors')
    .set({ id: key.visitor, ...columns })
    .where('account_id', '=', key.account)
    .where('id', '=', key.visitor)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Blocks shown at once; more than a person looks through. */
const MOST_BLOCKED = 500;

async function blockedVisitors(db: Kysely<Schema>, account: AccountId, groups: readonly string[], now: number) {
  let found = db
    .selectFrom('visitors')
    .select(['id', 'number', 'name', 'email', 'blocked_at', 'blocked_by', 'blocked_until'])
    .where('account_id', '=', account)
    .where('blocked_at', 'is not', null)
    .where((is) => is.or([is('blocked_until', 'is', null), is('blocked_until', '>', now)]));
  if (groups.length > 0) found = found.where('group_name', 'in', groups);
  const rows = await found.orderBy('blocked_at', 'desc').orderBy('id').limit(MOST_BLOCKED).execute();
  return rows.map(({ id, number, name, email, blocked_at, blocked_by, blocked_until }) => ({
    ...{ id: id as VisitorId, number, name, email, at: blocked_at ?? 0, by: blocked_by, until: blocked_until },
  }));
}

async function ipBlocks(db: Kysely<Schema>, account: AccountId) {
  const rows = await db
    .selectFrom('ip_blocks')
    .selectAll()
    .where('account_id', '=', account)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row: Selectable<IpBlocksTable>) => ({
    id: row.id as BlockId,
    pattern: row.pattern,
    createdAt: row.created_at,
    createdBy: row.created_by,
  }));
}

async function closeAbandonedVisits(
  trx: Transaction<Schema>,
  dialect: DialectName,
  openSince: number,
  endedAt: number,
) {
  const end = greatest(dialect, sql.ref('visits.last_seen_at'), sql`cast(${endedAt} as bigint)`);
  const { rows } = await sql<{ account_id: string; id: string; ended_at: number }>`
    update visits set ended_at = ${end}
    where ended_at is null and last_seen_at < ${openSince}
    returning account_id, id, ended_at`.execute(trx);
  const batch = rowsAsTable(
    dialect,
    { account_id: 'text', visit_id: 'text', ended_at: 'bigint' },
    rows.map((row) => [row.account_id, row.id, row.ended_at]),
  );
  await sql`
    update page_views set ended_at = batch.ended_at from ${batch}
    where page_views.account_id = batch.account_id and page_views.visit_id = batch.visit_id
      and page_views.ended_at is null`.execute(trx);
  return rows.length;
}
