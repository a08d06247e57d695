import { FakeClock } from '@vetrina/testkit/fake-clock';
import { afterEach, expect, test, vi } from 'vitest';
import { createJobQueue } from '../src/jobs/job-queue.ts';
import { type JobHandlers, JobRunner } from '../src/jobs/job-runner.ts';
import { createMailer } from '../src/mail/mailer.ts';
import { createSmtpPost } from '../src/mail/smtp-post.ts';
import { randomIds } from '../src/platform/ids.ts';
import { silentLog } from '../src/platform/log.ts';
import { openDatabase } from '../src/store/database.ts';
import { createJobStore } from '../src/store/job-store.ts';
import { smtpServer } from './smtp-world.ts';

const MINUTE = 60_000;
const HELLO = { to: 'anna@shop.example', subject: 'Ciao, città ✓', text: 'Hello\n', html: '<p>Hello</p>' };
const after: (() => unknown)[] = [];
afterEach(async () => {
  for (const task of after.splice(0).reverse()) await task();
});

/** Mailer, queue and SMTP as in the server, against a server that listens (or does not) at `smtpUrl`. */
async function office(smtpUrl: string) {
  const clock = new FakeClock();
  const database = await openDatabase({ kind: 'memory' }, silentLog);
  const records = createJobStore(database);
  const post = createSmtpPost({ smtpUrl, from: 'Vetrina <chat@vetrina.example>' });
  const idle = () => Promise.resolve('done' as const);
  const handlers: JobHandlers = {
    ...{ 'tell-the-team': idle, 'send-transcript': idle, 'remove-unsaid-files': idle, push: idle },
    async 'send-mail'(mail, id) {
      const handover = await post.hand(mail, id);
      return handover === 'delivered' ? 'done' : { hopeless: handover.refused };
    },
  };
  const outcomes: string[] = [];
  const runner = new JobRunner({
    ...{ records, handlers, clock, log: silentLog },
    count: (_kind, outcome) => outcomes.push(outcome),
  });
  const queue = createJobQueue({ records, ids: randomIds, added: (at) => runner.expect(at) });
  runner.start();
  after.push(
    () => database.close(),
    () => post.close(),
    () => runner.stop(),
  );
  const mailer = createMailer({ queue, clock, isOn: true });
  return {
    clock,
    mailer,
    outcomes,
    records,
    /** Lets time pass until so many attempts have ended. SMTP itself takes real time. */
    async attempts(wanted: number) {
      await clock.pass(0);
      await vi.waitFor(() => expect(outcomes).toHaveLength(wanted), { timeout: 10_000, interval: 5 });
    },
  };
}

test('C8: a mail is delivered with its plain and its HTML part, in any script', async () => {
  await using smtp = await smtpServer();
  const here = await office(smtp.url);
  await here.mailer.send({ ...HELLO, replyTo: 'bruno@example.com' });
  await here.attempts(1);
  expect(smtp.mails).toHaveLength(1);
  const [mail] = smtp.mails;
  expect(mail?.to).toEqual(['anna@shop.example']);
  expect(mail?.headers).toMatchObject({
    from: 'Vetrina <chat@vetrina.example>',
    to: 'anna@shop.example',
    'reply-to': 'bruno@example.com',
    subject: '=?UTF-8?Q?Ciao=2C_citt=C3=A0_=E2=9C=93?=',
    'auto-submitted': 'auto-generated',
  });
  expect(mail?.raw).toContain('text/plain');
  expect(mail?.raw).toContain('text/html');
});

test('C8: a server that asks to come back gets the mail later, once', async () => {
  await using smtp = await smtpServer();
  const here = await office(smtp.url);
  smtp.becomes('busy');
  await here.mailer.send(HELLO);
  await here.attempts(1);
  expect([smtp.tries(), smtp.mails.length]).toEqual([1, 0]);
  smtp.becomes('takes');
  await here.clock.pass(29_000);
  expect(smtp.tries()).toBe(1);
  await here.clock.pass(2_000);
  await here.attempts(2);
  await here.clock.pass(60 * MINUTE);
  expect(here.outcomes).toEqual(['retried', 'done']);
  expect(smtp.mails).toHaveLength(1);
});

test('C8: a mailbox that does not exist is not tried again', async () => {
  await using smtp = await smtpServer();
  const here = await office(smtp.url);
  smtp.becomes('unknown-mailbox');
  await here.mailer.send(HELLO);
  await here.attempts(1);
  await here.clock.pass(60 * MINUTE);
  expect(here.outcomes).toEqual(['failed']);
  expect(await here.records.counts()).toEqual({ waiting: 0, failed: 1 });
});

test('C8: while the mail server is away, mail waits', async () => {
  const gone = await smtpServer();
  const { url } = gone;
  await gone[Symbol.asyncDispose]();
  const here = await office(url);
  await here.mailer.send(HELLO);
  await here.attempts(1);
  expect(here.outcomes).toEqual(['retried']);
  expect(await here.records.counts()).toEqual({ waiting: 1, failed: 0 });
});

test('C8: what a stranger wrote adds no header and no receiver', async () => {
  await using smtp = await smtpServer();
  const here = await office(smtp.url);
  await here.mailer.send({
    ...HELLO,
    subject: 'Hello\r\nBcc: eve@example.com\r\n\r\n<script>',
    replyTo: 'a@example.com\r\nBcc: eve@example.com, eve@example.com',
  });
  await here.mailer.send({ ...HELLO, to: 'anna@shop.example, eve@example.com' });
  await here.attempts(2);
  expect(smtp.mails.flatMap(({ to }) => to)).not.toContain('eve@example.com');
  for (const { headers } of smtp.mails) expect(headers).not.toHaveProperty('bcc');
});
