import { drafts } from '../conversations/draft-store.ts';

/**
 * Leaves for a fresh page, so that nothing of this session stays in memory or in the tab's storage. Without `to` it is the
 * same address again: whoever signs in there comes back to it.
 */
export function endSession(to?: string): void {
  drafts.clear();
  if (to === undefined) location.reload();
  else location.assign(to);
}
