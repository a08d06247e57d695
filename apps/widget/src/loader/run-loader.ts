import type { ImportFile } from './chat-link.ts';
import { fetchConfig } from './fetch-config.ts';
import { findServer } from './find-server.ts';
import { followVisitor, type VisitorFollower } from './follow-visitor.ts';
import type { PageWindow } from './page-window.ts';
import { lookNowAndThen, pageOption, snippetOf } from './take-over-snippet.ts';
import { whenShown } from './watch-lifecycle.ts';

/** Set to a function by the first loader on a page; a second tag calls it instead of starting again. */
const LOADED = 'vetrina_loaded';

/**
 * Takes over the snippet, waits for an account key, and then follows this visitor as far as the account may. What the page
 * says before that waits, in order.
 *
 * @param importFile fetches the module at an address
 */
export function runLoader(w: PageWindow, importFile: ImportFile): void {
  const server = findServer(w);
  const earlier = w[LOADED] as (() => void) | undefined;
  if (earlier) {
    earlier();
    return;
  }
  if (!server || (w.top !== w && !pageOption(w, 'frames'))) return;
  const { base } = server;
  const waiting: unknown[][] = [];
  let follower: VisitorFollower | undefined;
  const snippet = snippetOf(w, (...call) => {
    if (follower) follower.run(call);
    else waiting.push(call);
  });
  let key = '';
  const look = (): void => {
    snippet.takeOver();
    follower?.draw();
    if (key) return;
    key = encodeURIComponent((server.key ?? pageOption(w, 'key') ?? '') as string);
    if (!key) return;
    whenShown(w, () =>
      fetchConfig(w, base, key, (config) => {
        follower = followVisitor(w, { base, key, config, waiting, showVisitor: snippet.showVisitor, importFile });
      }),
    );
  };
  w[LOADED] = look;
  lookNowAndThen(w, look);
}
