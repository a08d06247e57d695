import { safeAddress } from '@vetrina/domain/address';
import type { Account } from '@vetrina/protocol/http/account';
import type { PageViewId } from '@vetrina/protocol/ids';
import type { Page } from '@vetrina/protocol/messages/page';
import { alter, type VisitorChange } from './changes.ts';
import type { VisitJournal } from './ports.ts';
import { currentTab, type OpenTab, rememberPage, type Stay } from './stay.ts';

/** Why a page view was not recorded; counted under these names. */
export type PageDrop = 'bad-address' | 'repeated' | 'too-fast';

/** One page view on its way through the steps. `url` is what the page said until the address step has cleaned it. */
interface PageViewing {
  readonly journal: VisitJournal;
  readonly account: Account;
  readonly stay: Stay;
  readonly tab: OpenTab;
  readonly page: Page;
  readonly at: number;
  readonly visible: boolean;
  readonly savedAs: PageViewId;
  url: string;
}

type Step = (viewing: PageViewing) => PageDrop | null;

/** The whole intake of a page view, in order. The first step that names a reason ends it. */
const STEPS: readonly Step[] = [
  dropRepeated,
  cleanAddress,
  dropTooFast,
  endPreviousPage,
  openInTab,
  countInVisit,
  save,
];

/**
 * The visitor looks at another page (V1, V3). `tab` is the visitor's tab it happened in; `at` is the server's time, the
 * page's own clock plays no part. A tab opened in the background (`visible` false) does not become the current one.
 */
export function recordPageView(
  journal: VisitJournal,
  account: Account,
  stay: Stay,
  tab: OpenTab,
  page: Page,
  at: number,
  { visible = true, savedAs = page.id }: { readonly visible?: boolean; readonly savedAs?: PageViewId } = {},
): { readonly change: VisitorChange } | { readonly dropped: PageDrop } {
  const viewing: PageViewing = { journal, account, stay, tab, page, at, visible, savedAs, url: page.url };
  for (const step of STEPS) {
    const dropped = step(viewing);
    if (dropped !== null) return { dropped };
  }
  return {
    change: { kind: 'page-viewed', account: stay.account, visitor: stay.visitor, at, page: savedAs, url: viewing.url },
  };
}

/** A report that was sent again after a reconnect. */
function dropRepeated({ stay, page }: PageViewing): PageDrop | null {
  return stay.recentPages.includes(page.id) ? 'repeated' : null;
}

/** Only http and https, without the query parameters the account does not keep (T3). */
function cleanAddress(viewing: PageViewing): PageDrop | null {
  const url = safeAddress(viewing.url, viewing.account.keptQueryParameters);
  if (url === null) return 'bad-address';
  viewing.url = url;
  return null;
}

/** Last of those that drop: only what would be saved counts. */
function dropTooFast({ tab, at }: PageViewing): PageDrop | null {
  return tab.pace.admits('page', at) ? null : 'too-fast';
}

function endPreviousPage({ journal, stay, tab, page, at }: PageViewing): null {
  if (tab.page.id !== page.id && stay.recentPages.includes(tab.page.id))
    journal.append({ ...keyOf(stay), kind: 'page-ended', visit: stay.visit, page: tab.page.savedAs, at });
  return null;
}

function openInTab({ stay, tab, page, url, at, visible, savedAs }: PageViewing): null {
  tab.page = { id: page.id, savedAs, url, title: page.title, openedAt: at };
  if (visible) tab.usedAt = at;
  rememberPage(stay, page.id);
  return null;
}

function countInVisit({ stay, at }: PageViewing): null {
  const shown = currentTab(stay)?.page ?? stay.visitor.page;
  alter(stay, {
    page: { url: shown.url, title: shown.title },
    pageViews: stay.visitor.pageViews + 1,
    lastActivityAt: at,
  });
  return null;
}

function save({ journal, stay, page, url, at, savedAs }: PageViewing): null {
  journal.append({ ...keyOf(stay), kind: 'page-viewed', visit: stay.visit, page: savedAs, url, title: page.title, at });
  return null;
}

const keyOf = (stay: Stay) => ({ account: stay.account, visitor: stay.visitor.id });
