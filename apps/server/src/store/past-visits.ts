import type { VisitorFacts } from '@vetrina/domain/automation/facts';
import type { PageViewId, VisitId, VisitorId } from '@vetrina/protocol/ids';
import type { VisitSource } from '@vetrina/protocol/visitor-details';
import { type Kysely, sql } from 'kysely';
import type { PastVisits, StoredPastVisit } from '../automation/ports.ts';
import type { Database } from './database.ts';
import type { PageViewsTable, Schema, VisitorRow, VisitRow } from './schema.ts';

type Db = Kysely<Schema>;
type Stretch = Parameters<PastVisits['pastVisits']>[1];

/** Visits of the last days in SQL, for dry runs. */
export function createPastVisits({ db }: Pick<Database, 'db'>): PastVisits {
  return {
    async horizon(account, from, most) {
      const row = await db
        .selectFrom('visits')
        .select('started_at')
        .where('account_id', '=', account)
        .where('started_at', '>=', from)
        .orderBy('started_at', 'desc')
        .offset(most)
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? from : row.started_at + 1;
    },
    async pastVisits(account, stretch, after, limit) {
      let wanted = db
        .selectFrom('visits')
        .selectAll()
        .where('account_id', '=', account)
        .where('started_at', '>=', stretch.from)
        .where('started_at', '<', stretch.until);
      if (after !== null) {
        wanted = wanted.where((is) =>
          is.or([
            is('visitor_id', '>', after.visitor),
            is.and([is('visitor_id', '=', after.visitor), is('started_at', '>', after.startedAt)]),
          ]),
        );
      }
      const visits = await wanted.orderBy('visitor_id').orderBy('started_at').limit(limit).execute();
      return visits.length === 0 ? [] : withAllAround(db, account, stretch, visits);
    },
  };
}

async function withAllAround(db: Db, account: string, stretch: Stretch, visits: readonly VisitRow[]) {
  const ids = [...new Set(visits.map(({ visitor_id }) => visitor_id))];
  const visitors = await db
    .selectFrom('visitors')
    .selectAll()
    .where('account_id', '=', account)
    .where('id', 'in', ids)
    .execute();
  const pages = await db
    .selectFrom('page_views')
    .selectAll()
    .where('account_id', '=', account)
    .where(
      'visit_id',
      'in',
      visits.map(({ id }) => id),
    )
    .orderBy('at')
    .execute();
  const said = await db
    .selectFrom('conversation_entries')
    .select(['visitor_id', 'at', 'sender'])
    .where('account_id', '=', account)
    .where('visitor_id', 'in', ids)
    .where('kind', 'in', ['text', 'file'])
    .where('at', '>=', stretch.from)
    .orderBy('at')
    .execute();
  const opened = await db
    .selectFrom('contacts')
    .select(['visitor_id', 'at'])
    .where('account_id', '=', account)
    .where('visitor_id', 'in', ids)
    .where('rule_id', 'is', null)
    .where('at', '>=', stretch.from)
    .execute();
  const later = await laterVisits(db, account, visits);
  const people = new Map(visitors.map((visitor) => [visitor.id, visitor]));
  return visits.flatMap((visit): StoredPastVisit[] => {
    const visitor = people.get(visit.visitor_id);
    if (visitor === undefined) return [];
    const until = Math.max(visit.ended_at ?? visit.last_seen_at, visit.started_at + 1);
    const isOfVisit = ({ visitor_id, at }: { visitor_id: string; at: number }) =>
      visitor_id === visit.visitor_id && at >= visit.started_at && at <= until;
    return [
      {
        ...{ visitor: visitor.id as VisitorId, visit: visit.id as VisitId, startedAt: visit.started_at },
        somebody: { id: visitor.id as VisitorId, number: visitor.number, name: visitor.name },
        who: factsOf(visitor, visit, later.get(visit.id) ?? 0),
        pages: pagesOf(
          pages.filter(({ visit_id }) => visit_id === visit.id),
          until,
        ),
        waits: waitsOf(said.filter(isOfVisit), until),
        writtenAt: opened.filter(isOfVisit).map(({ at }) => at),
      },
    ];
  });
}

/** How many visits of the same person came after each of these: the total is known of now alone. */
async function laterVisits(db: Db, account: string, visits: readonly VisitRow[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('visits as visit')
    .innerJoin('visits as later', (join) =>
      join
        .onRef('later.account_id', '=', 'visit.account_id')
        .onRef('later.visitor_id', '=', 'visit.visitor_id')
        .onRef('later.started_at', '>', 'visit.started_at'),
    )
    .select(['visit.id', sql<number>`count(*)`.as('later')])
    .where('visit.account_id', '=', account)
    .where(
      'visit.id',
      'in',
      visits.map(({ id }) => id),
    )
    .groupBy('visit.id')
    .execute();
  return new Map(rows.map(({ id, later }) => [id, later]));
}

/** As they are known today, but for how often they had been here by then. */
function factsOf(visitor: VisitorRow, visit: VisitRow, later: number): VisitorFacts {
  const source = JSON.parse(visit.source) as VisitSource;
  return {
    ...{ visits: Math.max(1, visitor.visits - later), chats: visitor.chats, customer: visitor.customer === 1 },
    ...{ country: visit.country, city: visit.city, browser: visit.browser, os: visit.os, group: visitor.group_name },
    device: visit.device as VisitorFacts['device'],
    language: visitor.language ?? visit.language,
    variables: JSON.parse(visitor.variables) as Record<string, string>,
    ...{ referrer: source.referrer, campaign: source.utm },
  };
}

function pagesOf(pages: readonly PageViewsTable[], until: number): StoredPastVisit['pages'] {
  return pages.map(({ id, url, title, at, ended_at }, place) => ({
    ...{ id: id as PageViewId, address: url, title, openedAt: at },
    until: ended_at ?? pages[place + 1]?.at ?? until,
  }));
}

/** From the visitor's first unanswered message to the answer, or to the end of the visit. */
function waitsOf(
  said: readonly { readonly at: number; readonly sender: string }[],
  end: number,
): StoredPastVisit['waits'] {
  const waits: { from: number; until: number }[] = [];
  let since: number | null = null;
  for (const { at, sender } of said) {
    if (sender === 'visitor') since ??= at;
    if (sender !== 'agent' || since === null) continue;
    waits.push({ from: since, until: at });
    since = null;
  }
  if (since !== null) waits.push({ from: since, until: end + 1 });
  return waits;
}
