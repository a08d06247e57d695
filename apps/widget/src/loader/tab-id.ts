import { type PageWindow, store, stored } from './page-window.ts';
import { ID, randomId } from './random-id.ts';

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
  const place = [w, 'sessionStorage', 'vetrina_tab'] as const;
  const put = (value: string): void => store(...place, value);
  return {
    takeOut() {
      id ??= stored(...place, ID);
      put('');
    },
    id: () => (id ??= randomId(w.crypto)),
    putBack: () => put(id ?? ''),
    forget() {
      id = undefined;
      put('');
    },
  };
}
