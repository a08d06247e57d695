import type { Span } from '@vetrina/domain/statistics/period';
import type { PageTally } from '@vetrina/protocol/http/statistics';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { AudienceRead, Reading, Scope, StatisticsRead } from '../statistics/ports.ts';
import { addressHost, type DialectName, jsonText } from './dialect.ts';
import type { Schema } from './schema.ts';
import { bucketOf, hourOfWeek, ofGroups, type Stretch } from './statistics-sql.ts';

type Db = Kysely<Schema> | Transaction<Schema>;

/** Lines of a list of what was most. */
const MOST = 10;
/** Sources as they are written, before those of one site are added up. */
const SOURCES = 100;
const STARTED_AT = sql.ref('visits.started_at');

/** ST2, ST6: what is read of visits. */
export async function readVisits(
  db: Db,
  dialect: DialectName,
  { scope, now, before, clock }: Reading,
): Promise<Pick<StatisticsRead, 'audience' | 'hours' | 'pages' | 'sources' | 'machines'>> {
  return {
    audience: { now: await audience(db, scope, now), before: await audience(db, scope, before) },
    hours: await hours(db, scope, now, clock),
    pages: await pages(db, scope, now),
    sources: await sources(db, dialect, scope, now),
    machines: await machines(db, scope, now),
  };
}

async function audience(db: Db, scope: Scope, span: Span): Promise<AudienceRead> {
  const figures = sql`count(distinct visits.visitor_id) as visitors, count(*) as visits,
    coalesce(sum(visits.page_views), 0) as "pageViews"`;
  const { rows } = await sql<{ bucket: number; visitors: number; visits: number; pageViews: number }>`
    select ${bucketOf(STARTED_AT, span.buckets)} as bucket, ${figures}
    from ${visitsIn(scope, span)} group by 1`.execute(db);
  const { rows: totals } = await sql<{ visitors: number; newVisitors: number }>`
    select count(*) as visitors, coalesce(sum(first_time), 0) as "newVisitors" from (
      select visits.visitor_id, max(case when visitors.first_seen_at >= ${span.from} then 1 else 0 end) as first_time
      from visits
      join visitors on visitors.account_id = visits.account_id and visitors.id = visits.visitor_id
      where ${within(scope, span)} ${ofGroups(scope)}
      group by visits.visitor_id
    ) as people`.execute(db);
  const sum = (what: 'visits' | 'pageViews'): number => rows.reduce((all, row) => all + row[what], 0);
  return {
    total: { ...{ visitors: 0, newVisitors: 0, ...totals[0] }, visits: sum('visits'), pageViews: sum('pageViews') },
    buckets: new Map(rows.map(({ bucket, ...row }) => [bucket, row])),
  };
}

async function hours(db: Db, scope: Scope, span: Span, clock: Reading['clock']) {
  const { rows } = await sql<{ hour: number; visits: number }>`
    select ${hourOfWeek(STARTED_AT, clock)} as hour, count(*) as visits
    from ${visitsIn(scope, span)} group by 1`.execute(db);
  return new Map(rows.map(({ hour, visits }) => [hour, visits]));
}

async function pages(db: Db, scope: Scope, span: Span): Promise<readonly PageTally[]> {
  const { rows } = await sql<PageTally>`
    select page_views.url, max(page_views.title) as title, count(*) as views
    from (select visits.account_id, visits.id from ${visitsIn(scope, span)}) as visit
    join page_views on page_views.account_id = visit.account_id and page_views.visit_id = visit.id
    group by page_views.url order by views desc, page_views.url limit ${MOST}`.execute(db);
  return rows;
}

async function sources(db: Db, dialect: DialectName, scope: Scope, span: Span): Promise<StatisticsRead['sources']> {
  const source = sql.ref('visits.source');
  const host = addressHost(dialect, jsonText(dialect, source, 'referrer'));
  const { rows } = await sql<{ name: string | null; count: number }>`
    select coalesce(${jsonText(dialect, source, 'utm', 'source')}, ${host}) as name, count(*) as count
    from ${visitsIn(scope, span)} group by 1 order by count desc, 1 limit ${SOURCES}`.execute(db);
  return rows;
}

async function machines(db: Db, scope: Scope, span: Span): Promise<StatisticsRead['machines']> {
  const { rows } = await sql<StatisticsRead['machines'][number]>`
    select visits.country, visits.device, count(*) as count
    from ${visitsIn(scope, span)} group by visits.country, visits.device`.execute(db);
  return rows;
}

/** Everyone's need not be looked up. */
function visitsIn(scope: Scope, stretch: Stretch) {
  if (scope.groups.length === 0) return sql`visits where ${within(scope, stretch)}`;
  return sql`visits join visitors on visitors.account_id = visits.account_id and visitors.id = visits.visitor_id
    where ${within(scope, stretch)} ${ofGroups(scope)}`;
}

const within = ({ account }: Scope, { from, until }: Stretch) => sql`visits.account_id = ${account}
  and visits.started_at >= ${from} and visits.started_at < ${until}`;
