import { FakeClock, settle } from '@vetrina/testkit/fake-clock';
import { expect, test } from 'vitest';
import { type Log, silentLog } from '../platform/log.ts';
import { openDatabase } from '../store/database.ts';
import { createJobStore } from '../store/job-store.ts';
import { createJobQueue } from './job-queue.ts';
import { type JobHandlers, JobRunner } from './job-runner.ts';
import type { JobEnd } from './ports.ts';
import { MOST_ATTEMPTS, waitAfter } from './retry.ts';

const MAIL = { to: 'anna@shop.example', subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' };
const MINUTE = 60_000;

/** A queue in memory with one process working on it; `send` is what becomes of a mail. */
async function world(send: (id: string) => Promise<JobEnd>, log: Pick<Log, 'info' | 'warn' | 'error'> = silentLog) {
  const clock = new FakeClock();
  const database = await openDatabase({ kind: 'memory' }, silentLog);
  const records = createJobStore(database);
  const outcomes: string[] = [];
  const idle = () => Promise.resolve('done' as const);
  const handlers: JobHandlers = {
    'send-mail': (_mail, id) => send(id),
    'tell-the-team': idle,
    'send-transcript': idle,
    push: idle,
    'remove-unsaid-files': idle,
  };
  const aRunner = () =>
    new JobRunner({
      ...{ records, handlers, clock, log },
      count: (_kind, outcome) => outcomes.push(outcome),
    });
  const runner = aRunner();
  let next = 0;
  const ids = {
    secret: () => {
      next += 1;
      return `job ${next}`;
    },
  };
  const queue = createJobQueue({ records, ids, added: (at) => runner.expect(at) });
  const mail = (runAt = clock.now()) => queue.add({ kind: 'send-mail', payload: MAIL, runAt });
  return { clock, records, queue, runner, aRunner, outcomes, mail, [Symbol.asyncDispose]: () => database.close() };
}

/** Does a job by writing it down. */
const noting = (ran: string[]) => (id: string) => {
  ran.push(id);
  return Promise.resolve('done' as const);
};

test('C5: a job runs when it is due, not before, and once', async () => {
  const ran: string[] = [];
  await using here = await world(noting(ran));
  here.runner.start();
  await here.mail(here.clock.now() + 2 * MINUTE);
  await here.clock.pass(2 * MINUTE - 1);
  expect(ran).toEqual([]);
  await here.clock.pass(1);
  expect(ran).toEqual(['job 1']);
  await here.clock.pass(60 * MINUTE);
  expect([ran, here.outcomes]).toEqual([['job 1'], ['done']]);
});

test('C5: what was put off before a restart is done after it', async () => {
  const ran: string[] = [];
  await using here = await world(noting(ran));
  for (let nth = 0; nth < 12; nth += 1) await here.mail();
  here.runner.start();
  await here.clock.pass(0);
  expect(ran).toHaveLength(12);
});

test('C5: a job that fails is tried again later and later, then given up', async () => {
  const at: number[] = [];
  await using here = await world(async () => {
    at.push(here.clock.now());
    throw new Error('away');
  });
  here.runner.start();
  await here.mail();
  await here.clock.pass(24 * 60 * MINUTE);
  const waits = at.slice(1).map((time, nth) => time - (at[nth] ?? 0));
  expect(waits.slice(0, 4)).toEqual([30_000, 60_000, 120_000, 240_000]);
  expect(at).toHaveLength(MOST_ATTEMPTS);
  expect(Math.max(...waits)).toBe(60 * MINUTE);
  expect(here.outcomes.at(-1)).toBe('failed');
  expect(await here.records.counts()).toEqual({ waiting: 0, failed: 1 });
});

test('C5: what is hopeless is not tried again', async () => {
  await using here = await world(async () => ({ hopeless: 'no such mailbox' }));
  here.runner.start();
  await here.mail();
  await here.clock.pass(60 * MINUTE);
  expect(here.outcomes).toEqual(['failed']);
});

test('bad input: the log names nobody whose mail was refused', async () => {
  const said: unknown[] = [];
  const note = (facts: unknown) => said.push(facts);
  const refused = { hopeless: '550 5.1.1 <anna.rossi@shop.example>: no such mailbox' };
  await using here = await world(async () => refused, { info: note, warn: note, error: note });
  here.runner.start();
  await here.mail();
  await here.clock.pass(0);
  expect(said).toMatchObject([{ because: '550 5.1.1 <a…@shop.example>: no such mailbox' }]);
});

test('C5: a payload that nobody understands is hopeless, and stops no other job', async () => {
  await using here = await world(async () => 'done');
  await here.records.add({ id: 'odd', kind: 'send-pigeon', payload: '{}', runAt: 0, key: null });
  await here.mail();
  here.runner.start();
  await here.clock.pass(0);
  expect(here.outcomes.toSorted()).toEqual(['done', 'failed']);
});

test('C5: a process killed in the middle of a job loses it to another once its claim ran out', async () => {
  const ran: string[] = [];
  let killed = true;
  await using here = await world((id) => {
    ran.push(id);
    return killed ? new Promise(() => {}) : Promise.resolve('done');
  });
  await here.mail();
  here.runner.start();
  await here.clock.pass(0);
  killed = false;
  here.aRunner().start();
  await here.clock.pass(4 * MINUTE);
  expect(ran).toEqual(['job 1']);
  await here.clock.pass(2 * MINUTE);
  expect(ran).toEqual(['job 1', 'job 1']);
  expect(await here.records.counts()).toEqual({ waiting: 0, failed: 0 });
});

test('C5: stopping waits for what is under way and begins nothing more', async () => {
  let finish = (): void => {};
  await using here = await world(() => new Promise((resolve) => (finish = () => resolve('done'))));
  here.runner.start();
  await here.mail();
  await here.clock.pass(0);
  let stopped = false;
  const stopping = here.runner.stop().then(() => (stopped = true));
  await settle();
  expect(stopped).toBe(false);
  await here.mail();
  finish();
  await stopping;
  await here.clock.pass(60 * MINUTE);
  expect(await here.records.counts()).toEqual({ waiting: 1, failed: 0 });
  expect(here.clock.waiting).toBe(0);
});

test('C5: a database that is away is asked again', async () => {
  const ran: string[] = [];
  await using here = await world(noting(ran));
  await here.mail();
  const { claim } = here.records;
  here.records.claim = () => Promise.reject(new Error('away'));
  here.runner.start();
  await here.clock.pass(1_000);
  here.records.claim = claim;
  await here.clock.pass(5_000);
  expect(ran).toHaveLength(1);
});

test('C5: waits between attempts double up to an hour', () => {
  expect([1, 2, 3, 7, 8, 19, 20].map(waitAfter)).toEqual([
    30_000,
    60_000,
    120_000,
    1_920_000,
    3_600_000,
    3_600_000,
    null,
  ]);
});
