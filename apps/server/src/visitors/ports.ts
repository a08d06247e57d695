import type { KnownContact } from '@vetrina/domain/automation/greeting';
import type { KnownIdentity } from '@vetrina/domain/identity';
import type { SignedIdentity } from '@vetrina/domain/signed-identity';
import type { BlockedVisitor, IpBlock } from '@vetrina/protocol/http/visitors';
import type { AccountId, AgentId, PageViewId, VisitId, VisitorId } from '@vetrina/protocol/ids';
import type { TrailPage, VisitSource, VisitSummary } from '@vetrina/protocol/visitor-details';
import type { Device } from '@vetrina/protocol/visitor-row';

/** Who the store knows a visitor to be, with the last visit, so that the caller can decide "same visit or a new one". */
export interface StoredVisitor extends KnownIdentity {
  readonly id: VisitorId;
  readonly number: number;
  readonly autoMessagedAt: number | null;
  readonly visits: number;
  readonly chats: number;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  readonly blocked: StoredBlock | null;
  readonly lastVisit: StoredVisit | null;
}

/** An arriving visitor, with what was written to them before unasked (A3), newest first, at most `LIMITS.contactsKnown`. */
export interface AdmittedVisitor extends StoredVisitor {
  readonly contacts: readonly KnownContact[];
}

export interface StoredBlock {
  readonly at: number;
  readonly by: string | null;
  /** null: until unblocked. */
  readonly until: number | null;
}

export interface StoredVisit {
  readonly id: VisitId;
  readonly startedAt: number;
  /** null: open when last written; after a crash `lastSeenAt` says until when it surely lasted. */
  readonly endedAt: number | null;
  readonly lastSeenAt: number;
  readonly pageViews: number;
  readonly source: VisitSource;
}

export interface VisitorKey {
  readonly account: AccountId;
  readonly visitor: VisitorId;
}

/** One change to be saved. Entries of one visitor are saved in the order they were appended. */
export type JournalEntry = VisitorKey &
  (
    | {
        readonly kind: 'visit-started';
        readonly visit: VisitId;
        readonly at: number;
        readonly source: VisitSource;
        readonly place: { readonly country: string | null; readonly city: string | null };
        readonly machine: {
          readonly device: Device | null;
          readonly browser: string | null;
          readonly os: string | null;
          readonly screen: string | null;
        };
        readonly language: string | null;
        readonly timezone: string | null;
        /** Already masked if the account does not store addresses. */
        readonly ip: string | null;
        readonly ipIsMasked: boolean;
      }
    | {
        readonly kind: 'page-viewed';
        readonly visit: VisitId;
        readonly page: PageViewId;
        readonly url: string;
        readonly title: string;
        readonly at: number;
      }
    | { readonly kind: 'page-titled'; readonly visit: VisitId; readonly page: PageViewId; readonly title: string }
    | { readonly kind: 'page-ended'; readonly visit: VisitId; readonly page: PageViewId; readonly at: number }
    | { readonly kind: 'visit-ended'; readonly visit: VisitId; readonly at: number }
    /** The whole identity after merging, not the change. */
    | ({ readonly kind: 'identified'; readonly at: number } & KnownIdentity)
  );

/**
 * Write-behind log of what visitors do: `append` never blocks and never throws; entries reach SQL in batches (within
 * 100 ms, or 200 entries). A crash loses at most what was not flushed; messages never go this way.
 */
export interface VisitJournal {
  append(entry: JournalEntry): void;
  /** Resolves when everything appended so far is committed. */
  flush(): Promise<void>;
  readonly pending: number;
}

export interface StoredDetails {
  readonly visitor: StoredVisitor;
  readonly note: {
    readonly text: string;
    readonly by: { readonly id: AgentId; readonly name: string } | null;
    readonly at: number | null;
  };
  /** Facts of the newest visit. */
  readonly country: string | null;
  readonly city: string | null;
  /** The browser's; what the page said of the visitor (`visitor.language`) goes before it. */
  readonly language: string | null;
  readonly timezone: string | null;
  readonly device: string | null;
  readonly browser: string | null;
  readonly os: string | null;
  readonly screen: string | null;
  readonly ip: string | null;
  readonly ipIsMasked: boolean;
  /** Newest visit first, at most 20; the first one's pages are `trail`. */
  readonly visits: readonly VisitSummary[];
  /** Pages of the newest visit, oldest first, at most the last 200. */
  readonly trail: readonly TrailPage[];
}

export interface VisitorEditBy {
  readonly name?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly note?: string | undefined;
}

/** I3: tells whether a page's proof of who its visitor is holds. */
export interface SignedIdentities {
  /** Gets an account's secret ready: until then nothing is proved to `userId`. */
  prepare(account: AccountId): Promise<void>;
  /** The user id that is proved at `at`, ms since 1970; null: the proof is wrong, or out of date. */
  userId(account: AccountId, signed: SignedIdentity, at: number): string | null;
}

/** What the visitors' feature needs from SQL. Every method is scoped by account: a foreign id is answered as an unknown one. */
export interface VisitorStore {
  /**
   * Finds these visitors or creates them (with the account's next numbers), in one transaction for the whole batch.
   * Answers in the order of the requests. A visitor asked for twice in one batch is created once.
   */
  admit(requests: readonly (VisitorKey & { readonly at: number })[]): Promise<readonly AdmittedVisitor[]>;
  details(key: VisitorKey): Promise<StoredDetails | null>;
  /** False: no such visitor. */
  edit(key: VisitorKey, edit: VisitorEditBy, by: AgentId, at: number): Promise<boolean>;
  block(key: VisitorKey, block: StoredBlock & { readonly byAgent: AgentId }): Promise<boolean>;
  unblock(key: VisitorKey): Promise<boolean>;
  /** Who is blocked at `now`, newest block first, at most 500 of these groups; no groups: of everyone (T1). */
  blockedVisitors(account: AccountId, groups: readonly string[], now: number): Promise<readonly BlockedVisitor[]>;
  ipBlocks(account: AccountId): Promise<readonly IpBlock[]>;
  addIpBlock(account: AccountId, block: IpBlock & { readonly byAgent: AgentId }): Promise<void>;
  removeIpBlock(account: AccountId, id: IpBlock['id']): Promise<boolean>;
  /**
   * Remembers that this process was alive at `at`; `lastAlive` reads it back at the next start, so that visits that a
   * crash left open are closed at the last sign of life and visitors who return continue them.
   */
  markAlive(at: number): Promise<void>;
  lastAlive(): Promise<number | null>;
  /** Closes visits left open by an earlier process that were not continued; answers how many. */
  closeAbandonedVisits(openSince: number, endedAt: number): Promise<number>;
}
