import type { Clock } from './platform/clock.ts';
import type { Ids } from './platform/ids.ts';
import type { Log } from './platform/log.ts';
import type { Database } from './store/database.ts';
import { createViewStore } from './store/view-store.ts';
import type { SavedViewParts } from './views/saved-views.ts';
import { ViewBook } from './views/view-book.ts';

/** Saved views: their store, and what is known of them in memory. */
export function composeViews(parts: {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly database: Database;
}): SavedViewParts {
  const { clock, ids, log } = parts;
  const store = createViewStore(parts.database);
  const book = new ViewBook(store, (err) => log.error({ err }, 'Saved views could not be read again'));
  return { clock, ids, store, book };
}
