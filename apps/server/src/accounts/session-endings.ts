import type { SessionEndings } from './ports.ts';

/** Passes on that a session ended. Within one process; sockets of other processes are met by their next check. */
export function createSessionEndings(): SessionEndings & { ended(session: string): void } {
  const listeners = new Set<(session: string) => void>();
  return {
    onEnd(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ended(session) {
      for (const listener of listeners) listener(session);
    },
  };
}
