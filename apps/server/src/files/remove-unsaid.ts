import type { Clock } from '../platform/clock.ts';
import type { FileRecords, FileStore } from './ports.ts';

const KEPT_FOR = 24 * 3_600_000;
const IN_ONE_GO = 100;

/** Removes files that were uploaded a day ago and never said. Answers how many. */
export async function removeUnsaid(parts: {
  readonly clock: Pick<Clock, 'now'>;
  readonly records: Pick<FileRecords, 'takeUnsaid'>;
  readonly store: Pick<FileStore, 'remove'>;
}): Promise<number> {
  const before = parts.clock.now() - KEPT_FOR;
  let removed = 0;
  for (;;) {
    const ids = await parts.records.takeUnsaid(before, IN_ONE_GO);
    for (const id of ids) await parts.store.remove(id);
    removed += ids.length;
    if (ids.length < IN_ONE_GO) return removed;
  }
}
