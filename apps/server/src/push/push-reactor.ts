import type { Arrivals } from './arrivals.ts';
import type { PushReactor } from './ports.ts';
import { type PushToParts, pushTo } from './push-to.ts';

/** What Web Push has to do with what happens: put into the queue, after the commit, and in nobody's way. */
export function createPushReactor(
  parts: PushToParts & {
    readonly arrivals: Pick<Arrivals, 'arrived'>;
    readonly failed: (reason: unknown) => void;
  },
): PushReactor {
  return {
    heard({ account, payload, concerns }) {
      pushTo(parts, account, ({ id, groups }) => concerns({ agent: id, groups }), payload).catch(parts.failed);
    },
    arrived: (account, visitor) => parts.arrivals.arrived(account, visitor),
  };
}
