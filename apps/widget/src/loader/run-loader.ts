import type { ImportBox } from './chat-link.ts';
import { fetchConfig } from './fetch-config.ts';
import { findServer } from './find-server.ts';
import { followVisitor } from './follow-visitor.ts';
import type { PageWindow } from './page-window.ts';
import { lookNowAndThen, pageOption } from './take-over-snippet.ts';
import { whenShown } from './watch-lifecycle.ts';

/** Set to a function by the first loader on a page; a second tag calls it instead of starting again. */
const LOADED = 'VETRINA_LOADED';

/**
 * Takes over the snippet, waits for an account key, and then follows this visitor as far as the account may.
 *
 * @param importBox fetches the module at an address
 */
export function runLoader(w: PageWindow, importBox: ImportBox): void {
  const server = findServer(w);
  const earlier = w[LOADED];
  if (typeof earlier === 'function') {
    earlier();
    return;
  }
  if (!server || (w.top !== w && !pageOption(w, 'frames'))) return;
  const { base } = server;
  const follower = followVisitor(w, base, importBox);
  let started = false;
  const look = (): void => {
    follower.snippet.takeOver();
    follower.draw();
    const key = started ? '' : String(server.key ?? pageOption(w, 'key') ?? '');
    if (!key) return;
    started = true;
    whenShown(w, () => fetchConfig(w, base, key, (config) => follower.start(key, config)));
  };
  w[LOADED] = look;
  lookNowAndThen(w, look);
}
