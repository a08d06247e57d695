import type { SessionEndings } from './ports.ts';

/**
 * Passes on that a session ended by signing out. Within one process: a session that ends in another, or by running out,
 * leaves sockets open that it opened before; their next reconnect is refused.
 */
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
