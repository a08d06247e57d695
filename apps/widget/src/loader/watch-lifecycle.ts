import { listen, type PageWindow } from './page-window.ts';

export interface Lifecycle {
  /** The page goes: closed, navigated away, or frozen. An open socket would bar it from the back/forward cache. */
  leave(): void;
  /** `anew`: from the back/forward cache, which the visitor sees as a page view; else the tab thawed. */
  comeBack(anew: boolean): void;
}

/** https://developer.chrome.com/docs/web-platform/page-lifecycle-api; `unload` and `beforeunload` are never listened to. */
export function watchLifecycle(w: PageWindow, { leave, comeBack }: Lifecycle): void {
  listen(w, 'pagehide', leave);
  listen(w, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) comeBack(true);
  });
  listen(w.document, 'freeze', leave);
  listen(w.document, 'resume', () => comeBack(false));
}

/** Calls back at once, or when a page that was rendered ahead is really shown. */
export function whenShown(w: PageWindow, task: () => void): void {
  if ((w.document as Document & { prerendering?: boolean }).prerendering)
    listen(w.document, 'prerenderingchange', task);
  else task();
}
