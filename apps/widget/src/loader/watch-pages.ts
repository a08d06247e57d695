import type { PageViewId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import type { Page } from '@vetrina/protocol/messages/page';
import { later, listen, type PageWindow, soon } from './page-window.ts';
import { randomId } from './random-id.ts';
import { clip } from './wire-text.ts';

/** In ms: single-page applications change address and title in several steps; one report for all of them. */
const SETTLE = 250;
const TITLE_SETTLE = 1_000;
/** A title that blinks ("(1) New message") is not news for ever. */
const TITLES_PER_PAGE = 10;

export interface PageNews {
  viewed(page: Page): void;
  titled(page: PageViewId, title: string): void;
}

export interface PageWatch {
  /** The page as it is shown now. */
  current(): Page;
  /** The same page counts as viewed anew: back from the back/forward cache, or another visitor. Not reported. */
  renew(): void;
}

/** Follows the tab through a page: load, history entries, hashes, titles. */
export function watchPages(w: PageWindow, news: PageNews): PageWatch {
  const { document, location } = w;
  const title = (): string => clip(document.title, LIMITS.title);
  const url = (): string => clip(location.href, LIMITS.url);
  const view = (referrer = ''): Page => ({
    id: randomId(w.crypto) as PageViewId,
    url: url(),
    title: title(),
    referrer: clip(referrer, LIMITS.url),
  });
  let page = view(document.referrer);
  let titles = 0;
  const hasMoved = (): boolean => url() !== page.url;
  const report = soon(
    w,
    () => {
      if (!hasMoved()) return;
      page = view(page.url);
      titles = 0;
      news.viewed(page);
    },
    SETTLE,
  );
  const retitled = soon(
    w,
    () => {
      // A title that belongs to an address not yet reported travels with that report.
      if (hasMoved() || title() === page.title || titles++ >= TITLES_PER_PAGE) return;
      page.title = title();
      news.titled(page.id, page.title);
    },
    TITLE_SETTLE,
  );

  watchHistory(w, () => {
    if (hasMoved()) report();
  });
  new w.MutationObserver(retitled).observe(document.head ?? document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  return {
    current() {
      page.title = title();
      return page;
    },
    renew() {
      page = view(page.referrer);
    },
  };
}

/** The Navigation API tells of every new entry; without it `pushState` and `replaceState` have to be wrapped. */
function watchHistory(w: PageWindow, moved: () => void): void {
  listen(w, 'popstate hashchange', moved);
  const { navigation, history } = w as PageWindow & { navigation?: EventTarget };
  if (navigation) {
    listen(navigation, 'currententrychange', moved);
    return;
  }
  for (const verb of ['pushState', 'replaceState'] as const) {
    const original = history[verb];
    history[verb] = function (this: History, ...args) {
      original.apply(this, args);
      // Not now: the page's own exception handling and timing stay as they were.
      later(w, moved, 0);
    };
  }
}
