import type { FromAgent } from '@vetrina/protocol/from-agent';
import type { SocketEnv } from '@vetrina/socket/socket-env';

/** How often the round trip is measured, ms. */
const PROBE_EVERY = 5_000;

/** Measures round trips: one probe under way at a time. */
export function probing(env: SocketEnv, send: (frame: FromAgent) => void) {
  let n = 0;
  let sentAt: number | null = null;
  let cancel = (): void => undefined;
  const ask = (): void => {
    n += 1;
    sentAt = env.now();
    send({ type: 'probe', n });
    cancel = env.later(ask, PROBE_EVERY);
  };
  return {
    start(): void {
      cancel();
      ask();
    },
    stop(): void {
      cancel();
      sentAt = null;
    },
    /** Round trip in ms, or null for a late answer. */
    answered(number: number): number | null {
      if (number !== n || sentAt === null) return null;
      const ms = env.now() - sentAt;
      sentAt = null;
      return ms;
    },
  };
}
