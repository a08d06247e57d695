import type { KnownContact } from '@vetrina/domain/automation/greeting';
import type { LiveVisitor } from '@vetrina/domain/live-visitor';
import type { AccountId, PageViewId, TabId, VisitId, VisitorId } from '@vetrina/protocol/ids';
import type { StoredBlock } from './ports.ts';
import type { TabPace } from './tab-pace.ts';

/** The page a tab shows. Times are the server's, ms since 1970. */
export interface OpenPage {
  /** As the page calls it. */
  readonly id: PageViewId;
  /** As it is saved: another id if a page that stayed open through a night begins a new visit (it was saved in the old). */
  readonly savedAs: PageViewId;
  readonly url: string;
  readonly title: string;
  /** Null: before the server began to run. */
  readonly openedAt: number | null;
}

export interface OpenTab {
  readonly id: TabId;
  page: OpenPage;
  /** When the visitor last used this tab; 0: opened in the background and never looked at. */
  usedAt: number;
  readonly pace: TabPace;
}

/** One person's being on the site: what the row shows (`visitor`) and what is needed to keep it true. */
export interface Stay {
  readonly account: AccountId;
  readonly visit: VisitId;
  /** The visit began earlier than this stay: before a restart of the server, or before a short absence. */
  readonly resumed: boolean;
  /** Replaced as a whole with every change. */
  visitor: LiveVisitor;
  readonly tabs: OpenTab[];
  /** Newest page views, to know a repeated report; at most `REMEMBERED_PAGES`. */
  readonly recentPages: PageViewId[];
  /** Campaign parameters of the visit's first page. */
  readonly campaign: Readonly<Record<string, string>>;
  /** A3: what was written to them unasked, newest first; replaced as a whole. */
  contacts: readonly KnownContact[];
  /** I3: who a verified visitor is in the site's own books. */
  userId: string | null;
  block: StoredBlock | null;
  blockedByIp: boolean;
  /** Full address of the newest connection; lives here only, is never written or sent. */
  peerIp: string;
}

const REMEMBERED_PAGES = 16;

/** Notes a page view as recorded. */
export function rememberPage(stay: Stay, page: PageViewId): void {
  stay.recentPages.push(page);
  if (stay.recentPages.length > REMEMBERED_PAGES) stay.recentPages.shift();
}

/** The journal is written behind by at most a fraction of this, ms. */
const JUST_ENDED = 2_000;

/** Everyone with a stay, by account. Who is here and for how long is `presence`'s to say. */
export class OnSite {
  readonly #accounts = new Map<AccountId, Map<VisitorId, Stay>>();
  /** Whose visit ended a moment ago: what the store says of them may not be true yet. Oldest first. */
  readonly #justEnded = new Map<VisitorId, number>();
  #size = 0;

  get(account: AccountId, visitor: VisitorId): Stay | undefined {
    return this.#accounts.get(account)?.get(visitor);
  }

  add(stay: Stay): void {
    const stays = this.#accounts.get(stay.account) ?? new Map<VisitorId, Stay>();
    if (!stays.has(stay.visitor.id)) this.#size += 1;
    stays.set(stay.visitor.id, stay);
    this.#accounts.set(stay.account, stays);
  }

  remove(stay: Stay, now: number): void {
    const stays = this.#accounts.get(stay.account);
    if (stays?.get(stay.visitor.id) !== stay) return;
    stays.delete(stay.visitor.id);
    this.#size -= 1;
    if (stays.size === 0) this.#accounts.delete(stay.account);
    for (const [visitor, at] of this.#justEnded) {
      if (now - at <= JUST_ENDED) break;
      this.#justEnded.delete(visitor);
    }
    this.#justEnded.set(stay.visitor.id, now);
  }

  /** Did this visitor's visit end so recently that the journal must be flushed before the store is asked? */
  endedJustNow(visitor: VisitorId, now: number): boolean {
    const at = this.#justEnded.get(visitor);
    return at !== undefined && now - at <= JUST_ENDED;
  }

  of(account: AccountId): ReadonlyMap<VisitorId, Stay> {
    return this.#accounts.get(account) ?? new Map();
  }

  get size(): number {
    return this.#size;
  }
}

/** The tab the visitor used last: its page is the page of the row (V1, five tabs are one row). */
export function currentTab(stay: Stay): OpenTab | undefined {
  let current: OpenTab | undefined;
  for (const tab of stay.tabs) if (current === undefined || tab.usedAt > current.usedAt) current = tab;
  return current;
}

export function isBlocked({ block, blockedByIp }: Stay, now: number): boolean {
  return blockedByIp || isInForce(block, now);
}

/** A block of a visitor by itself, not by its address. */
export function isInForce(block: StoredBlock | null, now: number): block is StoredBlock {
  return block !== null && (block.until === null || block.until > now);
}
