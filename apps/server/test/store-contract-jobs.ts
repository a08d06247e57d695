import { expect, it } from 'vitest';
import { createJobStore } from '../src/store/job-store.ts';
import type { Open } from './open-database.ts';

const aJob = (id: string, runAt: number, key: string | null = null) => ({
  ...{ id, runAt, key },
  kind: 'send-mail',
  payload: '{}',
});
const ids = (jobs: readonly { id: string }[]) => jobs.map(({ id }) => id);

/** What is put off must happen, once at a time, whatever becomes of the process. */
export function jobContract(open: Open): void {
  payloadContract(open);

  it('C5: due jobs are claimed earliest first, and not again while the claim lasts', async () => {
    const jobs = createJobStore(await open());
    for (const job of [aJob('late', 30), aJob('soon', 10), aJob('next', 20)]) await jobs.add(job);
    expect(await jobs.nextDue()).toBe(10);
    expect(ids(await jobs.claim(25, 100, 5))).toEqual(['soon', 'next']);
    expect(await jobs.claim(25, 100, 5)).toEqual([]);
    expect(await jobs.nextDue()).toBe(30);
    expect(ids(await jobs.claim(30, 100, 5))).toEqual(['late']);
    expect(await jobs.counts()).toEqual({ waiting: 3, failed: 0 });
  });

  it('C5: a job whose process died is due again once its claim ran out, and the dead process changes nothing more', async () => {
    const jobs = createJobStore(await open());
    await jobs.add(aJob('mail', 10));
    const [dead] = await jobs.claim(10, 100, 5);
    if (dead === undefined) throw new Error('nothing claimed');
    expect(await jobs.claim(99, 200, 5)).toEqual([]);
    const [alive] = await jobs.claim(100, 200, 5);
    expect(alive).toEqual({ ...dead, attempts: 2 });
    await jobs.finish(dead);
    await jobs.giveUp(dead, 101, 'dead');
    await jobs.postpone(dead, 0, 'dead');
    expect(await jobs.counts()).toEqual({ waiting: 1, failed: 0 });
    expect(await jobs.claim(150, 200, 5)).toEqual([]);
    if (alive !== undefined) await jobs.finish(alive);
    expect(await jobs.counts()).toEqual({ waiting: 0, failed: 0 });
    expect(await jobs.nextDue()).toBeNull();
  });

  it('C5: what failed waits for its next attempt; what was given up is kept for a while, and is not tried', async () => {
    const jobs = createJobStore(await open());
    await jobs.add(aJob('mail', 10));
    const [first] = await jobs.claim(10, 100, 5);
    if (first !== undefined) await jobs.postpone(first, 50, 'the server was away');
    expect(await jobs.claim(49, 100, 5)).toEqual([]);
    const [second] = await jobs.claim(50, 100, 5);
    expect(second?.attempts).toBe(2);
    if (second !== undefined) await jobs.giveUp(second, 51, 'no such mailbox');
    expect(await jobs.claim(1_000, 2_000, 5)).toEqual([]);
    expect(await jobs.counts()).toEqual({ waiting: 0, failed: 1 });
    await jobs.forgetFailed(51);
    expect(await jobs.counts()).toEqual({ waiting: 0, failed: 1 });
    await jobs.forgetFailed(52);
    expect(await jobs.counts()).toEqual({ waiting: 0, failed: 0 });
  });

  it('C5: a key waits once, can be taken back, and is free again once its job was begun', async () => {
    const jobs = createJobStore(await open());
    expect(await jobs.add(aJob('one', 10, 'tell'))).toBe(true);
    expect(await jobs.add(aJob('two', 10, 'tell'))).toBe(false);
    await jobs.cancel('tell');
    expect(await jobs.claim(10, 100, 5)).toEqual([]);
    expect(await jobs.add(aJob('three', 10, 'tell'))).toBe(true);
    expect(ids(await jobs.claim(10, 100, 5))).toEqual(['three']);
    expect(await jobs.add(aJob('four', 10, 'tell'))).toBe(true);
    await jobs.cancel('tell');
    expect(await jobs.counts()).toEqual({ waiting: 1, failed: 0 });
  });

  it('C5: claims made at the same moment share the jobs out, none twice', async () => {
    const jobs = createJobStore(await open());
    for (let nth = 0; nth < 20; nth += 1) await jobs.add(aJob(`job ${nth}`, nth));
    const claims = await Promise.all(Array.from({ length: 6 }, () => jobs.claim(100, 200, 4)));
    const claimed = ids(claims.flat());
    expect(new Set(claimed).size).toBe(claimed.length);
    expect(claimed.length + (await jobs.claim(100, 200, 20)).length).toBe(20);
  });
}

/** Links that open an account lie in payloads. */
function payloadContract(open: Open): void {
  it('bad input: a job keeps what it says until it is done or given up, and no longer', async () => {
    const database = await open();
    const jobs = createJobStore(database);
    const payloads = async () =>
      (await database.db.selectFrom('jobs').select('payload').execute()).map(({ payload }) => payload);
    const link = JSON.stringify({ text: 'https://chat.example/reset/a-secret' });
    await jobs.add({ ...aJob('given up', 10), payload: link });
    await jobs.add({ ...aJob('done', 20), payload: link });
    const [first, second] = await jobs.claim(20, 100, 5);
    if (first === undefined || second === undefined) throw new Error('nothing claimed');
    await jobs.postpone(first, 30, 'away');
    expect(await payloads()).toEqual([link, link]);
    const [again] = await jobs.claim(30, 100, 5);
    await jobs.giveUp(again ?? first, 31, 'no such mailbox');
    await jobs.finish(second);
    expect(await payloads()).toEqual(['{}']);
  });
}
