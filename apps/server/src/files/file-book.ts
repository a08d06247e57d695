import type { Clock } from '../platform/clock.ts';
import { fileCardOf } from './file-address.ts';
import type { FileBook, FileRecords } from './ports.ts';
import type { Seal } from './seal.ts';

/** Files as conversations know them. */
export function createFileBook(parts: {
  readonly clock: Pick<Clock, 'now'>;
  readonly seal: Seal;
  readonly records: Pick<FileRecords, 'markSaid' | 'find'>;
}): FileBook {
  const { clock, seal, records } = parts;
  return {
    mayBeSaid: (account, file, by) =>
      records.markSaid(account, file, by.who === 'visitor' ? by.visitor : by.agent, clock.now()),
    async cards(account, ids) {
      const now = clock.now();
      const files = await records.find(account, [...new Set(ids)]);
      return new Map(files.map((file) => [file.id, fileCardOf(seal, file, now)]));
    },
  };
}
