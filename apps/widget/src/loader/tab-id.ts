import { attempt, guard, type PageWindow } from './page-window.ts';
import { randomId } from './random-id.ts';

const TAB = 'vetrina_tab';

/**
 * The tab's id, the same over page loads. Browsers copy sessionStorage into a duplicated tab, so the id is taken out while
 * a page holds it and put back when the page goes: the copy finds nothing and makes its own.
 */
export interface Tab {
  id(): string;
  /** The page goes; the next one in this tab is to find the id. */
  putBack(): void;
  /** The page is back, or tracking began. */
  takeOut(): void;
  forget(): void;
}

export function tabOf(w: PageWindow): Tab {
  let id: string | undefined;
  const takeOut = (): void => {
    const stored = attempt(() => w.sessionStorage.getItem(TAB), null);
    if (stored) guard(() => w.sessionStorage.removeItem(TAB))();
    id ??= stored && /^[\w-]{22}$/.test(stored) ? stored : randomId(w.crypto);
  };
  return {
    takeOut,
    id() {
      id ??= randomId(w.crypto);
      return id;
    },
    putBack() {
      if (id) guard((kept: string) => w.sessionStorage.setItem(TAB, kept))(id);
    },
    forget() {
      id = undefined;
      guard(() => w.sessionStorage.removeItem(TAB))();
    },
  };
}
