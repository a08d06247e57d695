import { guard } from '../loader/page-window.ts';

/** What some rule asks for. */
export interface Wanted {
  readonly scrolling: boolean;
  readonly leaving: boolean;
}

interface Doings {
  /** The page is scrolled down so far, percent of the way; again and again. */
  scrolledTo(percent: number): void;
  /** The pointer left the page at its upper edge. */
  isLeaving(): void;
}

/** Scrolling is looked at this often at most, ms. */
const SETTLE = 200;

/**
 * Watches what rules wait for, with no listener more than they need. Listeners are passive, guarded, and first in line, so that
 * the page can neither be hurt by them nor hide from them.
 *
 * @returns stops watching
 */
export function watchDoings(w: Window & typeof globalThis, wanted: Wanted, doings: Doings): () => void {
  const watching = new w.AbortController();
  const listen = (type: string, task: (event: Event) => void): void =>
    w.document.addEventListener(type, guard(task), { capture: true, passive: true, signal: watching.signal });
  if (wanted.scrolling) {
    const measure = soonest<EventTarget | null>(w, (target) => {
      const percent = watching.signal.aborted ? null : depthOf(w, target);
      if (percent !== null) doings.scrolledTo(percent);
    });
    listen('scroll', ({ target }) => measure(target));
    measure(w.document);
  }
  if (wanted.leaving) {
    listen('mouseout', (event) => {
      const { relatedTarget, clientY, isTrusted } = event as MouseEvent;
      // Fingers leave no page, though browsers make a mouse of them; and scripts are not people.
      if (isTrusted && relatedTarget === null && clientY <= 0 && w.matchMedia('(hover: hover)').matches)
        doings.isLeaving();
    });
  }
  return () => watching.abort();
}

/** Once for all who ask within `SETTLE`, with what the last of them gave. */
function soonest<Given>(w: Window, task: (given: Given) => void): (given: Given) => void {
  let planned: { given: Given } | null = null;
  return (given) => {
    if (planned) {
      planned.given = given;
      return;
    }
    planned = { given };
    w.setTimeout(
      guard(() => {
        const last = planned;
        planned = null;
        if (last) task(last.given);
      }),
      SETTLE,
    );
  };
}

/**
 * How much of its way down the page has gone, percent; null: it has none, or what was scrolled is not the page. Many
 * applications scroll an element instead of the document: one that takes up most of the window is the page.
 */
export function depthOf(w: Window & typeof globalThis, target: EventTarget | null): number | null {
  const { document, innerWidth, innerHeight } = w;
  const root = document.scrollingElement ?? document.documentElement;
  const element = target === document ? root : (target as Element);
  const isPage = element === root || (element.clientWidth > innerWidth / 2 && element.clientHeight > innerHeight / 2);
  const way = element.scrollHeight - element.clientHeight;
  // The end is reached within a pixel: zoomed pages stop at fractions.
  return isPage && way > 1 ? Math.min(100, Math.floor((100 * (element.scrollTop + 1)) / way)) : null;
}
