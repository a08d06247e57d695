import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Authentication, SessionEndings } from './ports.ts';

/** How long a session that ended elsewhere, or ran out, may keep a socket open, ms. */
const CHECK = 60_000;

export interface SessionEndingsParts {
  readonly clock: Clock;
  readonly authentication: Pick<Authentication, 'openSessions'>;
  readonly log: Log;
}

/**
 * Passes on that a session ended: at once when somebody signs out here, within a minute when it ran out or ended in
 * another process. A check that fails closes nobody.
 */
export function createSessionEndings({ clock, authentication, log }: SessionEndingsParts) {
  const listeners = new Set<(session: string) => void>();
  /** Sockets open under each session. */
  const held = new Map<string, number>();
  const ended = (session: string): void => {
    for (const listener of listeners) listener(session);
  };
  const check = async (): Promise<void> => {
    if (held.size === 0) return;
    const asked = [...held.keys()];
    const open = await authentication.openSessions(asked, clock.now());
    for (const session of asked) if (!open.has(session)) ended(session);
  };
  const stop = clock.every(CHECK, () => {
    check().catch((err: unknown) => log.warn({ err }, 'Open sessions could not be checked'));
  });
  return {
    stop,
    ended,
    onEnd(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hold(session) {
      held.set(session, (held.get(session) ?? 0) + 1);
      return () => {
        const left = (held.get(session) ?? 1) - 1;
        if (left > 0) held.set(session, left);
        else held.delete(session);
      };
    },
  } satisfies SessionEndings & { stop(): void; ended(session: string): void };
}
