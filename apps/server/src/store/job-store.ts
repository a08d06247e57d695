import type { ClaimedJob, JobRecords } from '../jobs/ports.ts';
import type { Database } from './database.ts';

/** Jobs in SQL. Every end names the attempt it ends: a process that was taken for dead changes nothing any more. */
export function createJobStore({ db, dialect }: Database): JobRecords {
  const held = ({ id, attempts }: ClaimedJob) =>
    ({ id, attempts }) satisfies Partial<Record<'id' | 'attempts', unknown>>;
  return {
    async add({ id, kind, payload, runAt, key }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('jobs')
        .values({ id, kind, payload, run_at: runAt, key, last_error: null, claimed_until: null, failed_at: null })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    async cancel(key) {
      await db.deleteFrom('jobs').where('key', '=', key).execute();
    },
    claim: (now, until, limit) => claim({ db, dialect }, now, until, limit),
    async finish(job) {
      await db
        .deleteFrom('jobs')
        .where((eb) => eb.and(held(job)))
        .execute();
    },
    async postpone(job, runAt, error) {
      await db
        .updateTable('jobs')
        .set({ run_at: runAt, claimed_until: null, last_error: error })
        .where((eb) => eb.and(held(job)))
        .execute();
    },
    async giveUp(job, at, error) {
      await db
        .updateTable('jobs')
        .set({ failed_at: at, claimed_until: null, last_error: error, payload: '{}' })
        .where((eb) => eb.and(held(job)))
        .execute();
    },
    async nextDue() {
      const { next } = await db
        .selectFrom('jobs')
        .select(({ fn }) => fn.min(fn.coalesce('claimed_until', 'run_at')).as('next'))
        .where('failed_at', 'is', null)
        .executeTakeFirstOrThrow();
      return next;
    },
    async counts() {
      const { all, failed } = await db
        .selectFrom('jobs')
        .select(({ fn }) => [fn.countAll<number>().as('all'), fn.count<number>('failed_at').as('failed')])
        .executeTakeFirstOrThrow();
      return { waiting: Number(all) - Number(failed), failed: Number(failed) };
    },
    async forgetFailed(before) {
      await db.deleteFrom('jobs').where('failed_at', '<', before).execute();
    },
  };
}

async function claim(
  { db, dialect }: Pick<Database, 'db' | 'dialect'>,
  now: number,
  until: number,
  limit: number,
): Promise<readonly ClaimedJob[]> {
  return await db.transaction().execute(async (trx) => {
    const due = trx
      .selectFrom('jobs')
      .select('id')
      .where('failed_at', 'is', null)
      .where('run_at', '<=', now)
      .where(({ or, eb }) => or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]))
      .orderBy('run_at')
      .orderBy('id')
      .limit(limit);
    // On SQLite one process has the database for itself.
    const rows = await (dialect === 'postgres' ? due.forUpdate().skipLocked() : due).execute();
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const claimed = await trx
      .updateTable('jobs')
      .set(({ eb }) => ({ claimed_until: until, attempts: eb('attempts', '+', 1), key: null }))
      .where('id', 'in', ids)
      .returning(['id', 'kind', 'payload', 'attempts'])
      .execute();
    return claimed.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  });
}
