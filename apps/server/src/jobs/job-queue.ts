import type { Ids } from '../platform/ids.ts';
import type { JobQueue, JobRecords } from './ports.ts';

/** The queue as features see it. `added` is told when something is due, so that the runner need not look all the time. */
export function createJobQueue(parts: {
  readonly records: Pick<JobRecords, 'add' | 'cancel'>;
  readonly ids: Pick<Ids, 'secret'>;
  readonly added: (runAt: number) => void;
}): JobQueue {
  const { records, ids, added } = parts;
  return {
    async add({ kind, payload, runAt, key = null }) {
      if (await records.add({ id: ids.secret(), kind, payload: JSON.stringify(payload), runAt, key })) added(runAt);
    },
    cancel: (key) => records.cancel(key),
  };
}
