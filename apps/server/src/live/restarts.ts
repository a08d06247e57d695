import type { Clock } from '../platform/clock.ts';
import type { Downtime } from '../visitors/admit-visitor.ts';
import type { VisitorStore } from '../visitors/ports.ts';

/** How often this process notes that it lives: how much later than the truth a crash may be dated, ms. */
const MARK_EVERY = 5_000;
/** Time for everyone who was here to come back, after which visits left open are closed, ms. */
const RETURN_WITHIN = 60_000;

interface Alive {
  /** When the server was away; null: it never ran before. */
  readonly downtime: Downtime | null;
  mark(): Promise<void>;
  stop(): void;
}

/**
 * Bridges the time in which no server saw the visitors: a visit goes on if its visitor returns soon after the start, and
 * is closed at the last sign of life of the earlier process otherwise.
 */
export async function keepAlive(parts: {
  readonly clock: Clock;
  readonly store: Pick<VisitorStore, 'lastAlive' | 'markAlive' | 'closeAbandonedVisits'>;
  readonly failed: (reason: unknown) => void;
}): Promise<Alive> {
  const { clock, store, failed } = parts;
  const from = await store.lastAlive();
  const to = clock.now();
  const mark = () => store.markAlive(clock.now()).catch(failed);
  const stopMarking = clock.every(MARK_EVERY, () => void mark());
  const cancelClosing = clock.after(RETURN_WITHIN, () => {
    store.closeAbandonedVisits(to, from ?? to).catch(failed);
  });
  await mark();
  return {
    downtime: from === null ? null : { from, to },
    mark,
    stop() {
      stopMarking();
      cancelClosing();
    },
  };
}
