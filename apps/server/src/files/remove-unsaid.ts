import type { Clock } from '../platform/clock.ts';
import type { FileRecords, FileStore } from './ports.ts';

const KEPT_FOR = 24 * 3_600_000;
const IN_ONE_GO = 100;

/** Removes files that were uploaded a day ago and never said, and what never became a file. Answers how many files. */
export async function removeUnsaid(parts: {
  readonly clock: Pick<Clock, 'now'>;
  readonly records: Pick<FileRecords, 'takeUnsaid'>;
  readonly store: Pick<FileStore, 'remove' | 'removeDrafts'>;
}): Promise<number> {
  const before = parts.clock.now() - KEPT_FOR;
  await parts.store.removeDrafts(before);
  let removed = 0;
  for (;;) {
    const ids = await parts.records.takeUnsaid(before, IN_ONE_GO);
    for (const id of ids) await parts.store.remove(id);
    removed += ids.length;
    if (ids.length < IN_ONE_GO) return removed;
  }
}
