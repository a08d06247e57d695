import type { Clock } from '../platform/clock.ts';
import type { Ids } from '../platform/ids.ts';
import type { Actor, SessionEndings, Tickets } from './ports.ts';

const VALID_FOR = 30_000;
/** Tickets out at once; each is swept when it expires, so only a flood of requests meets this. */
const MOST = 100_000;

/**
 * One-time admissions in memory: a ticket is only good at the process that issued it, which sends the agent there, and as
 * long as the session it was made out under.
 */
export function createTickets(parts: {
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Pick<Ids, 'secret'>;
  readonly sessions: Pick<SessionEndings, 'onEnd'>;
}): Tickets {
  const out = new Map<string, { readonly actor: Actor; readonly expires: number }>();
  const sweep = (now: number) => {
    // Insertion order is the order of expiry.
    for (const [ticket, { expires }] of out) {
      if (expires > now && out.size <= MOST) return;
      out.delete(ticket);
    }
  };
  parts.sessions.onEnd((session) => {
    for (const [ticket, { actor }] of out) if (actor.session === session) out.delete(ticket);
  });
  return {
    issue(actor) {
      const now = parts.clock.now();
      const ticket = parts.ids.secret();
      out.set(ticket, { actor, expires: now + VALID_FOR });
      sweep(now);
      return { ticket, expiresInMs: VALID_FOR };
    },
    redeem(ticket) {
      const found = out.get(ticket);
      out.delete(ticket);
      return found !== undefined && found.expires > parts.clock.now() ? found.actor : null;
    },
  };
}
