import type { VisitId, VisitorId } from '@vetrina/protocol/ids';
import type { JournalEntry } from '../visitors/ports.ts';

type Started = Extract<JournalEntry, { kind: 'visit-started' }>;
type Viewed = Extract<JournalEntry, { kind: 'page-viewed' }>;
type Identified = Extract<JournalEntry, { kind: 'identified' }>;

interface VisitChange {
  readonly account: string;
  readonly visitor: VisitorId;
  readonly visit: VisitId;
  lastSeenAt: number;
  /** undefined: as it was; null: open again; a time: ended then. */
  endedAt: number | null | undefined;
}

interface PageChange {
  readonly account: string;
  readonly visit: VisitId;
  readonly page: string;
  title: string | null;
  endedAt: number | null;
}

/** A visitor whose visit began or ended. */
interface Seen {
  readonly account: string;
  readonly visitor: VisitorId;
  at: number;
}

/** What a run of journal entries comes to, as sets that can each be written by one statement. */
export interface JournalBatch {
  readonly started: readonly Started[];
  readonly viewed: readonly Viewed[];
  readonly pages: readonly PageChange[];
  readonly visits: readonly VisitChange[];
  readonly seen: readonly Seen[];
  readonly identified: readonly Identified[];
}

/**
 * Folds entries, in order, into what they come to. Writing `started`, `viewed`, `pages`, `visits`, `seen`, `identified` in
 * this order leaves the tables as writing entry by entry would: later titles, endings and identities win over earlier ones,
 * and a page view opens an ended visit again.
 */
export function foldJournal(entries: readonly JournalEntry[]): JournalBatch {
  const started: Started[] = [];
  const viewed: Viewed[] = [];
  const pages = new Map<string, PageChange>();
  const visits = new Map<string, VisitChange>();
  const seen = new Map<string, Seen>();
  const identified = new Map<string, Identified>();

  const see = ({ account, visitor }: JournalEntry, at: number): void => {
    const known = seen.get(`${account} ${visitor}`);
    if (known === undefined) seen.set(`${account} ${visitor}`, { account, visitor, at });
    else known.at = Math.max(known.at, at);
  };
  const visitOf = (entry: Extract<JournalEntry, { visit: VisitId }>, at: number): VisitChange => {
    const name = `${entry.account} ${entry.visit}`;
    const known = visits.get(name);
    if (known !== undefined) {
      if (at > known.lastSeenAt) known.lastSeenAt = at;
      return known;
    }
    const { account, visitor, visit } = entry;
    const change: VisitChange = { account, visitor, visit, lastSeenAt: at, endedAt: undefined };
    visits.set(name, change);
    return change;
  };
  const pageOf = (entry: Extract<JournalEntry, { kind: 'page-titled' | 'page-ended' }>): PageChange => {
    const name = `${entry.account} ${entry.visit} ${entry.page}`;
    const known = pages.get(name);
    if (known !== undefined) return known;
    const { account, visit, page } = entry;
    const change: PageChange = { account, visit, page, title: null, endedAt: null };
    pages.set(name, change);
    return change;
  };

  for (const entry of entries) {
    switch (entry.kind) {
      case 'visit-started':
        started.push(entry);
        see(entry, entry.at);
        visitOf(entry, entry.at);
        break;
      case 'page-viewed':
        viewed.push(entry);
        visitOf(entry, entry.at).endedAt = null;
        break;
      case 'page-titled':
        pageOf(entry).title = entry.title;
        break;
      case 'page-ended':
        pageOf(entry).endedAt = entry.at;
        visitOf(entry, entry.at);
        break;
      case 'visit-ended':
        visitOf(entry, entry.at).endedAt = entry.at;
        see(entry, entry.at);
        break;
      case 'identified':
        identify(identified, entry);
        break;
    }
  }
  return {
    started,
    viewed,
    pages: [...pages.values()],
    visits: [...visits.values()],
    seen: [...seen.values()],
    identified: [...identified.values()],
  };
}

/** The newest identity wins; a customer stays one. */
function identify(identified: Map<string, Identified>, entry: Identified): void {
  const name = `${entry.account} ${entry.visitor}`;
  const before = identified.get(name);
  identified.set(name, before?.customer === true ? { ...entry, customer: true } : entry);
}
