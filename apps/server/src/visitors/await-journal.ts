import type { Clock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import type { VisitJournal } from './ports.ts';

/** While the database is away the journal waits for it; people and pages are told to come again instead, ms. */
const PATIENCE = 2_000;

/**
 * Resolves when everything that was appended so far is saved.
 * @throws Refusal `not_ready` when the database has not taken it within two seconds
 */
export function awaitJournal({
  journal,
  clock,
}: {
  readonly journal: Pick<VisitJournal, 'flush'>;
  readonly clock: Pick<Clock, 'after'>;
}): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(PATIENCE, () => reject(new Refusal('not_ready', { retryAfterMs: PATIENCE })));
    journal.flush().then(resolve, reject).finally(cancel);
  });
}
