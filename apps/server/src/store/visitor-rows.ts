import { fold } from '@vetrina/domain/fold';
import type { AgentId, PageViewId, VisitId, VisitorId } from '@vetrina/protocol/ids';
import type { TrailPage, VisitSource, VisitSummary } from '@vetrina/protocol/visitor-details';
import type { Selectable } from 'kysely';
import type { StoredDetails, StoredVisit, StoredVisitor } from '../visitors/ports.ts';
import type { PageViewsTable, VisitorRow, VisitRow } from './schema.ts';

/** A visitor's row beside the newest visit's, whose columns are null when there is none. */
export type VisitorWithVisit = VisitorRow & {
  readonly visit_id: string | null;
  readonly visit_started_at: number | null;
  readonly visit_ended_at: number | null;
  readonly visit_last_seen_at: number | null;
  readonly visit_page_views: number | null;
  readonly visit_source: string | null;
};

// Ids in the tables were checked when they came in; here they only get their brand back.

export function storedVisitor(row: VisitorWithVisit): StoredVisitor {
  return {
    id: row.id as VisitorId,
    number: row.number,
    name: row.name,
    email: row.email,
    phone: row.phone,
    group: row.group_name,
    language: row.language,
    variables: JSON.parse(row.variables) as Record<string, string>,
    customer: row.customer === 1,
    verified: row.verified === 1,
    userId: row.user_id,
    autoMessagedAt: row.auto_messaged_at,
    visits: row.visits,
    chats: row.chats,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: Math.max(row.last_seen_at, row.visit_last_seen_at ?? 0),
    blocked: row.blocked_at === null ? null : { at: row.blocked_at, by: row.blocked_by, until: row.blocked_until },
    lastVisit: storedVisit(row),
  };
}

function storedVisit(row: VisitorWithVisit): StoredVisit | null {
  if (row.visit_id === null) return null;
  return {
    id: row.visit_id as VisitId,
    startedAt: row.visit_started_at ?? 0,
    endedAt: row.visit_ended_at,
    lastSeenAt: row.visit_last_seen_at ?? 0,
    pageViews: row.visit_page_views ?? 0,
    source: JSON.parse(row.visit_source ?? '{}') as VisitSource,
  };
}

export function storedDetails(
  visitor: VisitorWithVisit & { readonly note_by_name: string | null },
  visits: readonly VisitRow[],
  newestPagesFirst: readonly Selectable<PageViewsTable>[],
): StoredDetails {
  const newest = visits[0];
  return {
    visitor: storedVisitor(visitor),
    note: {
      text: visitor.note,
      by: visitor.note_by === null ? null : { id: visitor.note_by as AgentId, name: visitor.note_by_name ?? '' },
      at: visitor.note_at,
    },
    country: newest?.country ?? null,
    city: newest?.city ?? null,
    language: newest?.language ?? null,
    timezone: newest?.timezone ?? null,
    device: newest?.device ?? null,
    browser: newest?.browser ?? null,
    os: newest?.os ?? null,
    screen: newest?.screen ?? null,
    ip: newest?.ip ?? null,
    ipIsMasked: newest === undefined || newest.ip_is_masked === 1,
    visits: visits.map(visitSummary),
    trail: newestPagesFirst.map(trailPage).reverse(),
  };
}

function visitSummary(row: VisitRow): VisitSummary {
  return {
    id: row.id as VisitId,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    pageViews: row.page_views,
    source: JSON.parse(row.source) as VisitSource,
  };
}

function trailPage(row: Selectable<PageViewsTable>): TrailPage {
  return { id: row.id as PageViewId, url: row.url, title: row.title, at: row.at, endedAt: row.ended_at };
}

/** What a search for conversations looks through of their visitor, folded. */
export function searchedOf(who: Pick<StoredVisitor, 'name' | 'email' | 'phone'>): string | null {
  const known = [who.name, who.email, who.phone].filter((part) => part !== null);
  return known.length === 0 ? null : fold(known.join(' '));
}
