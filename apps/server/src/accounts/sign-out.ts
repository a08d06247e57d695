import type { Events } from '../platform/events.ts';
import type { Authentication } from './ports.ts';

/** Ends the session the cookie carries, and with it the sockets opened under it. Answers the cookies that clear the browser. */
export async function signOut(
  parts: {
    readonly authentication: Authentication;
    readonly endings: { ended(session: string): void };
    readonly events: Events;
  },
  cookie: string | undefined,
): Promise<readonly string[]> {
  const { session, cookies } = await parts.authentication.signOut(cookie);
  if (session !== null) {
    parts.endings.ended(session);
    parts.events.signedOut();
  }
  return cookies;
}
