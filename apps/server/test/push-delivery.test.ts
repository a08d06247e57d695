import type { PushPayload } from '@vetrina/protocol/push';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { pushService } from '@vetrina/testkit/push-service';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createJobQueue } from '../src/jobs/job-queue.ts';
import { type JobHandlers, JobRunner } from '../src/jobs/job-runner.ts';
import { randomIds } from '../src/platform/ids.ts';
import { silentLog } from '../src/platform/log.ts';
import { deliverPush } from '../src/push/deliver-push.ts';
import type { PushReceiver } from '../src/push/ports.ts';
import { makePushKeys, readPushKeys } from '../src/push/push-keys.ts';
import { createPushPost } from '../src/push/push-post.ts';
import { openDatabase } from '../src/store/database.ts';
import { createJobStore } from '../src/store/job-store.ts';
import { createPushStore } from '../src/store/push-store.ts';
import { visitorAt } from './store-samples.ts';

const MINUTE = 60_000;
const after: (() => unknown)[] = [];
afterEach(async () => {
  for (const task of after.splice(0).reverse()) await task();
});

const { account, visitor } = visitorAt('one', 'anna');

/** Queue and delivery as in the server, for one phone. */
async function office() {
  const service = await pushService();
  const clock = new FakeClock();
  const database = await openDatabase({ kind: 'memory' }, silentLog);
  const [jobs, records] = [createJobStore(database), createPushStore(database)];
  const outcomes: string[] = [];
  const phone = service.subscribes();
  const agent = randomIds.agent();
  const me: PushReceiver = { id: agent, groups: [], seated: true, status: 'online' };
  const team = [me];
  const open = new Set(['a session']);
  const { id: device } = await records.keep(
    {
      ...{ id: randomIds.pushDevice(), account, agent, session: 'a session', language: 'en' },
      ...{ endpoint: phone.endpoint, keys: phone.keys, browser: null, os: null, createdAt: 0, usedAt: 0 },
    },
    20,
  );
  const idle = () => Promise.resolve('done' as const);
  const delivery = {
    ...{ records, clock, post: createPushPost({ clock, ownNetwork: true }) },
    sender: { keys: readPushKeys(await makePushKeys()), subject: 'mailto:shop@example.com' },
    team: { members: async () => team },
    surroundings: { unread: async () => 3 },
    sessions: { openSessions: async () => open },
    language: async () => null,
    count: (outcome: string) => void outcomes.push(outcome),
  };
  const handlers: JobHandlers = {
    ...{ 'send-mail': idle, 'tell-the-team': idle, 'send-transcript': idle, 'remove-unsaid-files': idle },
    push: (wanted) => deliverPush(delivery, wanted),
  };
  const aRunner = () => {
    const runner = new JobRunner({ ...{ records: jobs, handlers, clock, log: silentLog }, count: () => undefined });
    after.push(() => runner.stop());
    runner.start();
    return runner;
  };
  after.push(
    () => service[Symbol.asyncDispose](),
    () => database.close(),
  );
  const queue = createJobQueue({ records: jobs, ids: randomIds, added: () => undefined });
  return {
    ...{ service, clock, phone, outcomes, open, team, jobs, aRunner },
    async writes(text: string): Promise<void> {
      const payload: PushPayload = {
        ...{
          kind: 'conversation',
          because: 'new-message',
          conversation: randomIds.conversation(),
          text,
          at: clock.now(),
        },
        visitor: { id: visitor, number: 7, name: null },
      };
      await queue.add({ kind: 'push', payload: { account, agent, device, payload }, runAt: clock.now() });
    },
    /** Lets what is due go out until so many attempts have ended. */
    async attempts(...wanted: string[]): Promise<void> {
      await vi.waitFor(
        async () => {
          await clock.pass(1);
          expect(outcomes).toEqual(wanted);
        },
        { timeout: 5_000, interval: 5 },
      );
      await vi.waitFor(async () => {
        await clock.pass(1);
        expect((await jobs.counts()).failed).toBeGreaterThanOrEqual(0);
      });
    },
  };
}

describe('a push on its way', () => {
  it('C8.24: what waits outlives the process, and goes out once', async () => {
    const here = await office();
    const first = here.aRunner();
    here.service.becomes({ status: 503 });
    await here.writes('Hello?');
    await here.clock.pass(30_000);
    await here.attempts('busy');
    await first.stop();
    here.service.becomes({ status: 201 });
    await here.clock.pass(MINUTE);
    here.aRunner();
    await here.attempts('busy', 'taken');
    expect(here.phone.received.map(({ text }) => JSON.parse(text))).toMatchObject([
      { title: 'Visitor 7', body: 'Hello?', unread: 3 },
    ]);
    expect(await here.jobs.counts()).toEqual({ waiting: 0, failed: 0 });
  });

  it('C8.24: after twelve hours nobody wants to hear of it any more; before, the push service keeps it for the rest of them', async () => {
    const here = await office();
    here.aRunner();
    here.service.becomes({ status: 500 });
    await here.writes('Hello?');
    await here.clock.pass(30_000);
    await here.attempts('busy');
    here.service.becomes({ status: 429, headers: { 'retry-after': String(6 * 3_600) } });
    await here.clock.pass(MINUTE);
    await here.attempts('busy', 'busy');
    await here.clock.pass(5 * 60 * MINUTE);
    await here.attempts('busy', 'busy');
    await here.clock.pass(61 * MINUTE);
    await here.attempts('busy', 'busy', 'busy');
    await here.clock.pass(6 * 60 * MINUTE);
    await here.attempts('busy', 'busy', 'busy', 'stale');
    expect(here.service.tries()).toBe(3);
  });

  it('C8.25: nothing goes to a session that is over, nor to somebody without a seat', async () => {
    const here = await office();
    here.aRunner();
    here.team[0] = { ...(here.team[0] as PushReceiver), seated: false };
    await here.writes('Hello?');
    await here.clock.pass(30_000);
    await here.attempts('dropped');
    here.open.clear();
    await here.writes('Hello?');
    await here.clock.pass(30_000);
    await here.attempts('dropped', 'dropped');
    expect(here.service.tries()).toBe(0);
  });
});

describe('where pushes go', () => {
  const request = (endpoint: string) => ({ endpoint, headers: {}, body: new Uint8Array() });
  const clock = new FakeClock();

  it.each([
    ['https://127.0.0.1/push', 'this machine'],
    ['https://[::1]:8443/push', 'this machine, IPv6'],
    ['https://10.1.2.3/push', 'a private network'],
    ['https://169.254.169.254/latest/meta-data', 'the cloud’s own address'],
    ['https://2130706433/push', 'this machine, written as a number'],
    ['https://localhost/push', 'this machine by name'],
    ['http://push.example/x', 'without TLS'],
    ['file:///etc/passwd', 'a file'],
    ['https://me:secret@push.example/x', 'with a password'],
    ['no address', 'nothing'],
  ])('C8.26: never to %s (%s)', async (endpoint) => {
    const post = createPushPost({ clock, ownNetwork: false });
    expect(await post.hand(request(endpoint))).toEqual({ as: 'forbidden' });
  });

  it('C8.26: no redirect is followed', async () => {
    await using service = await pushService();
    await using elsewhere = await pushService();
    service.becomes({ status: 307, headers: { location: elsewhere.subscribes().endpoint } });
    const post = createPushPost({ clock, ownNetwork: true });
    expect(await post.hand(request(service.subscribes().endpoint))).toEqual({ as: 'refused', status: 307 });
    expect(elsewhere.tries()).toBe(0);
  });

  it('C8.24: "come back later" is understood in seconds and as a date, and nobody waits for ever', async () => {
    await using service = await pushService();
    const post = createPushPost({ clock, ownNetwork: true });
    const { endpoint } = service.subscribes();
    const asked = async (after: string) => {
      service.becomes({ status: 429, headers: { 'retry-after': after } });
      return await post.hand(request(endpoint));
    };
    expect(await asked('120')).toEqual({ as: 'busy', status: 429, retryAfter: 120_000 });
    expect(await asked(new Date(clock.now() + 5_000).toUTCString())).toMatchObject({ retryAfter: 5_000 });
    expect(await asked('99999999')).toMatchObject({ retryAfter: 6 * 60 * MINUTE });
    expect(await asked('soon')).toMatchObject({ retryAfter: null });
    expect(await post.hand(request(service.origin))).toEqual({ as: 'gone' });
  });
});
