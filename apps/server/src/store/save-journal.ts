import { sql, type Transaction } from 'kysely';
import type { JournalEntry } from '../visitors/ports.ts';
import type { Database } from './database.ts';
import { type DialectName, greatest, rowsAsTable } from './dialect.ts';
import { foldJournal, type JournalBatch } from './journal-batch.ts';
import type { Schema } from './schema.ts';
import { searchedOf } from './visitor-rows.ts';

/**
 * Saves a run of entries in one transaction, all or none. Saving the same run twice changes nothing the second time, so a
 * caller who does not know whether the commit went through may simply repeat it. Entries about visitors or visits that do
 * not exist (any more) leave no trace.
 */
export async function saveJournal({ db, dialect }: Database, entries: readonly JournalEntry[]): Promise<void> {
  const batch = foldJournal(entries);
  await db.transaction().execute(async (trx) => {
    await startVisits(trx, dialect, batch);
    const newPages = await insertPages(trx, dialect, batch);
    await changePages(trx, dialect, batch);
    await changeVisits(trx, dialect, batch, newPages);
    await closePages(trx, dialect, batch);
    await touchVisitors(trx, dialect, batch);
    await identify(trx, dialect, batch);
  });
}

type Trx = Transaction<Schema>;

async function startVisits(trx: Trx, dialect: DialectName, { started }: JournalBatch): Promise<void> {
  if (started.length === 0) return;
  const batch = rowsAsTable(
    dialect,
    {
      account_id: 'text',
      id: 'text',
      visitor_id: 'text',
      at: 'bigint',
      source: 'text',
      country: 'text',
      city: 'text',
      device: 'text',
      browser: 'text',
      os: 'text',
      screen: 'text',
      language: 'text',
      timezone: 'text',
      ip: 'text',
      ip_is_masked: 'integer',
    },
    started.map((entry) => [
      entry.account,
      entry.visit,
      entry.visitor,
      entry.at,
      JSON.stringify(entry.source),
      entry.place.country,
      entry.place.city,
      entry.machine.device,
      entry.machine.browser,
      entry.machine.os,
      entry.machine.screen,
      entry.language,
      entry.timezone,
      entry.ip,
      entry.ipIsMasked ? 1 : 0,
    ]),
  );
  const { rows } = await sql<{ account_id: string; visitor_id: string }>`
    insert into visits (account_id, id, visitor_id, started_at, last_seen_at, source, country, city, device, browser, os,
      screen, language, timezone, ip, ip_is_masked)
    select batch.account_id, batch.id, batch.visitor_id, batch.at, batch.at, batch.source, batch.country, batch.city,
      batch.device, batch.browser, batch.os, batch.screen, batch.language, batch.timezone, batch.ip, batch.ip_is_masked
    from ${batch}
    join visitors on visitors.account_id = batch.account_id and visitors.id = batch.visitor_id
    where true
    on conflict (account_id, id) do nothing
    returning account_id, visitor_id`.execute(trx);
  const news = rowsAsTable(
    dialect,
    { account_id: 'text', visitor_id: 'text', n: 'integer' },
    tally(rows.map((row) => [row.account_id, row.visitor_id])),
  );
  await sql`
    update visitors set visits = visitors.visits + batch.n from ${news}
    where visitors.account_id = batch.account_id and visitors.id = batch.visitor_id`.execute(trx);
}

/** Answers how many rows each visit really got, so that a repeated batch doubles nothing. */
async function insertPages(
  trx: Trx,
  dialect: DialectName,
  { viewed }: JournalBatch,
): Promise<ReadonlyMap<string, number>> {
  const news = new Map<string, number>();
  if (viewed.length === 0) return news;
  const batch = rowsAsTable(
    dialect,
    { account_id: 'text', visit_id: 'text', visitor_id: 'text', id: 'text', url: 'text', title: 'text', at: 'bigint' },
    viewed.map((entry) => [entry.account, entry.visit, entry.visitor, entry.page, entry.url, entry.title, entry.at]),
  );
  const { rows } = await sql<{ account_id: string; visit_id: string }>`
    insert into page_views (account_id, visit_id, id, url, title, at)
    select batch.account_id, batch.visit_id, batch.id, batch.url, batch.title, batch.at
    from ${batch}
    join visits on visits.account_id = batch.account_id and visits.id = batch.visit_id
      and visits.visitor_id = batch.visitor_id
    where true
    on conflict (account_id, visit_id, id) do nothing
    returning account_id, visit_id`.execute(trx);
  for (const { account_id, visit_id } of rows) {
    const name = `${account_id} ${visit_id}`;
    news.set(name, (news.get(name) ?? 0) + 1);
  }
  return news;
}

async function changePages(trx: Trx, dialect: DialectName, { pages }: JournalBatch): Promise<void> {
  if (pages.length === 0) return;
  const batch = rowsAsTable(
    dialect,
    { account_id: 'text', visit_id: 'text', id: 'text', title: 'text', ended_at: 'bigint' },
    pages.map((page) => [page.account, page.visit, page.page, page.title, page.endedAt]),
  );
  await sql`
    update page_views
    set title = coalesce(batch.title, page_views.title), ended_at = coalesce(batch.ended_at, page_views.ended_at)
    from ${batch}
    where page_views.account_id = batch.account_id and page_views.visit_id = batch.visit_id
      and page_views.id = batch.id`.execute(trx);
}

async function changeVisits(
  trx: Trx,
  dialect: DialectName,
  { visits }: JournalBatch,
  newPages: ReadonlyMap<string, number>,
): Promise<void> {
  if (visits.length === 0) return;
  const batch = rowsAsTable(
    dialect,
    {
      account_id: 'text',
      visitor_id: 'text',
      id: 'text',
      pages: 'integer',
      seen_at: 'bigint',
      ends: 'integer',
      ended_at: 'bigint',
    },
    visits.map(({ account, visitor, visit, lastSeenAt, endedAt }) => [
      ...[account, visitor, visit, newPages.get(`${account} ${visit}`) ?? 0, lastSeenAt],
      ...[endedAt === undefined ? 0 : 1, endedAt ?? null],
    ]),
  );
  await sql`
    update visits
    set page_views = visits.page_views + batch.pages,
      last_seen_at = ${greatest(dialect, sql`visits.last_seen_at`, sql`batch.seen_at`)},
      ended_at = case when batch.ends = 1 then batch.ended_at else visits.ended_at end
    from ${batch}
    where visits.account_id = batch.account_id and visits.id = batch.id
      and visits.visitor_id = batch.visitor_id`.execute(trx);
}

/** Pages still open when their visit ends end with it. */
async function closePages(trx: Trx, dialect: DialectName, { visits }: JournalBatch): Promise<void> {
  const ended = visits.filter((visit) => typeof visit.endedAt === 'number');
  if (ended.length === 0) return;
  const batch = rowsAsTable(
    dialect,
    { account_id: 'text', visitor_id: 'text', id: 'text', ended_at: 'bigint' },
    ended.map((visit) => [visit.account, visit.visitor, visit.visit, visit.endedAt ?? null]),
  );
  await sql`
    update page_views set ended_at = batch.ended_at
    from ${batch}
    join visits on visits.account_id = batch.account_id and visits.id = batch.id and visits.visitor_id = batch.visitor_id
    where page_views.account_id = batch.account_id and page_views.visit_id = batch.id
      and page_views.ended_at is null`.execute(trx);
}

async function touchVisitors(trx: Trx, dialect: DialectName, { seen }: JournalBatch): Promise<void> {
  if (seen.length === 0) return;
  const batch = rowsAsTable(
    dialect,
    { account_id: 'text', id: 'text', seen_at: 'bigint' },
    seen.map(({ account, visitor, at }) => [account, visitor, at]),
  );
  await sql`
    update visitors set last_seen_at = batch.seen_at from ${batch}
    where visitors.account_id = batch.account_id and visitors.id = batch.id
      and visitors.last_seen_at < batch.seen_at`.execute(trx);
}

async function identify(trx: Trx, dialect: DialectName, { identified }: JournalBatch): Promise<void> {
  if (identified.length === 0) return;
  const batch = rowsAsTable(
    dialect,
    {
      account_id: 'text',
      id: 'text',
      name: 'text',
      email: 'text',
      phone: 'text',
      group_name: 'text',
      language: 'text',
      variables: 'text',
      customer: 'integer',
      verified: 'integer',
      user_id: 'text',
      folded: 'text',
    },
    identified.map((entry) => [
      entry.account,
      entry.visitor,
      entry.name,
      entry.email,
      entry.phone,
      entry.group,
      entry.language,
      JSON.stringify(entry.variables),
      entry.customer ? 1 : 0,
      entry.verified ? 1 : 0,
      entry.userId,
      searchedOf(entry),
    ]),
  );
  await sql`
    update visitors
    set name = batch.name, email = batch.email, phone = batch.phone, group_name = batch.group_name,
      language = batch.language, variables = batch.variables,
      customer = case when batch.customer = 1 then 1 else visitors.customer end,
      verified = batch.verified, user_id = batch.user_id, folded = batch.folded
    from ${batch}
    where visitors.account_id = batch.account_id and visitors.id = batch.id`.execute(trx);
}

function tally(pairs: readonly (readonly [string, string])[]): [string, string, number][] {
  const counted = new Map<string, [string, string, number]>();
  for (const [account, id] of pairs) {
    const row = counted.get(`${account} ${id}`);
    if (row === undefined) counted.set(`${account} ${id}`, [account, id, 1]);
    else row[2] += 1;
  }
  return [...counted.values()];
}
