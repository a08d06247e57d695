import type { PageViewId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import type { Page } from '@vetrina/protocol/messages/page';
import type { PageViewed } from '@vetrina/protocol/messages/page-viewed';
import type { TitleChanged } from '@vetrina/protocol/messages/title-changed';
import type { Scene } from '../link/link.ts';
import { later, listen, type PageWindow, soon } from './page-window.ts';
import { randomId } from './random-id.ts';
import { clip } from './wire-text.ts';

/** In ms: single-page applications change address and title in several steps; one report for all of them. */
const SETTLE = 250;
const TITLE_SETTLE = 1_000;
/** A title that blinks ("(1) New message") is not news for ever. */
const TITLES_PER_PAGE = 10;

export interface PageWatch {
  /** The page as it is shown now. */
  current(): Page;
  /** As it was last told, with what happened on it. */
  scene(): Scene;
  /** The same page counts as viewed anew: back from the back/forward cache, or another visitor. Not reported. */
  renew(): void;
}

/** Follows the tab through a page: load, history entries, hashes, titles. */
export function watchPages(w: PageWindow, tell: (news: PageViewed | TitleChanged) => void): PageWatch {
  const { document, location } = w;
  const title = (): string => clip(document.title, LIMITS.title);
  const url = (): string => clip(location.href, LIMITS.url);
  const view = (referrer: unknown): Scene => ({
    at: w.performance.now(),
    events: {},
    page: {
      id: randomId(w.crypto) as PageViewId,
      url: url(),
      title: title(),
      referrer: clip(referrer, LIMITS.url),
    },
  });
  let scene = view(document.referrer);
  let titles = 0;
  const current = (): Page => {
    scene.page.title = title();
    return scene.page;
  };
  const hasMoved = (): boolean => url() !== scene.page.url;
  const report = soon(
    w,
    () => {
      if (!hasMoved()) return;
      scene = view(scene.page.url);
      titles = 0;
      tell({ type: 'page-viewed', page: scene.page });
    },
    SETTLE,
  );
  const retitled = soon(
    w,
    () => {
      // A title that belongs to an address not yet reported travels with that report.
      if (hasMoved() || title() === scene.page.title || titles++ >= TITLES_PER_PAGE) return;
      tell({ type: 'title-changed', page: current().id, title: title() });
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
    current,
    scene: () => scene,
    renew() {
      scene = view(scene.page.referrer);
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
