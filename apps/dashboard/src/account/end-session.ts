import { call } from '../api/client.ts';
import { drafts } from '../conversations/draft-store.ts';
import { forgetSupport } from '../support/forget-support.ts';

/** Somebody is signing out here: the socket hears that the session is over before the answer comes. */
let isFarewell = false;

/** @throws ApiError when the session could not be ended: it goes on */
export async function signOut(): Promise<void> {
  isFarewell = true;
  try {
    await call('signOut', {});
  } catch (error) {
    isFarewell = false;
    throw error;
  }
  endSession();
}

/**
 * Leaves for a fresh page, so that nothing of this session stays in memory or in the tab's storage. It is the same address
 * again, and whoever signs in comes back to it; only who signed out by themselves begins anew.
 */
export function endSession(): void {
  drafts.clear();
  void navigator.clearAppBadge?.().catch(() => undefined);
  // First the frame, whose loader writes something down as it goes.
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
  forgetSupport(window);
  if (isFarewell) location.assign('/sign-in');
  else location.reload();
}
