import type { Conversation, LogBody, LogEntry, Sender } from '@vetrina/domain/conversation';
import type { AccountId, AgentId, ConversationId, FileId, MessageId, VisitorId } from '@vetrina/protocol/ids';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, test } from 'vitest';
import type { JobQueue } from '../jobs/ports.ts';
import { mailPage } from './mail-page.ts';
import { createMailReactor } from './mail-reactor.ts';
import type { ConversationFacts, Mail, Receiver } from './ports.ts';
import { sendTranscript } from './send-transcript.ts';
import { tellTheTeam } from './tell-the-team.ts';
import { createTellingPace } from './telling-pace.ts';

const ACCOUNT = `ac${'a'.repeat(22)}` as AccountId;
const CONVERSATION = `co${'c'.repeat(22)}` as ConversationId;
const ANNA = `ag${'a'.repeat(22)}` as AgentId;
const FILE = `fi${'f'.repeat(22)}` as FileId;
const visitor: Sender = { who: 'visitor' };
const anna: Sender = { who: 'agent', agent: ANNA };
const clock = new FakeClock();

const said = (seq: number, sender: Sender, body: LogBody, more: Partial<LogEntry> = {}): LogEntry => ({
  ...{ seq, publicSeq: seq, id: `m${seq}` as MessageId, at: clock.now(), sender, body, recalled: false },
  ...more,
});
const text = (words: string): LogBody => ({ kind: 'text', text: words });

const waiting: Conversation = {
  ...{ id: CONVERSATION, visitor: `vi${'v'.repeat(22)}` as VisitorId, state: 'new', startedBy: 'visitor' },
  ...{
    offline: false,
    automated: false,
    group: null,
    agents: [],
    tags: [],
    lastSeq: 3,
    lastPublicSeq: 3,
    visitorMessages: 2,
  },
  ...{ teamMessages: 0, lastMessage: null, waitingSince: clock.now(), visitorReadSeq: 0, teamReadSeq: 0 },
  ...{ teamReadMessages: 0, rating: null, createdAt: clock.now(), resolvedAt: null, visitorReadMessages: 0 },
  page: { url: 'https://shop.example/cart', title: 'Cart' },
} as Conversation;

/** A conversation with a log, and what leaves the house about it. */
function world(log: readonly LogEntry[], conversation: Partial<Conversation> = {}, language = 'it-IT') {
  const mails: Mail[] = [];
  const jobs: Parameters<JobQueue['add']>[0][] = [];
  const conversations: ConversationFacts = {
    find: async () => ({
      accountName: 'Casa & Co',
      conversation: { ...waiting, lastPublicSeq: log.length, ...conversation },
      visitor: { number: 4821, name: null, email: 'zoe@example.com', phone: null, language },
    }),
    publicEntries: async (_account, _conversation, before) =>
      log.filter(({ publicSeq }) => publicSeq !== null && publicSeq < before).slice(-2),
    agentNames: async () => new Map([[ANNA, 'Anna']]),
    fileNames: async () => new Map([[FILE, 'photo <1>.png']]),
  };
  const receivers: Receiver[] = [
    { email: 'anna@shop.example', language: 'en' },
    { email: 'bruno@shop.example', language: 'it' },
  ];
  let here = false;
  return {
    mails,
    jobs,
    comes: () => {
      here = true;
    },
    parts: {
      ...{ conversations, clock, publicUrl: 'https://chat.example' },
      mailer: { isOn: true, send: async (mail: Mail) => void mails.push(mail) },
      queue: { add: async (job: (typeof jobs)[number]) => void jobs.push(job) },
      whereabouts: { visitorIsHere: () => here, isAttended: () => false, mayBeTold: async () => receivers },
      pace: createTellingPace(clock),
    },
  };
}

const telling = { account: ACCOUNT, conversation: CONVERSATION, seq: 2, because: 'offline' } as const;

test('C5: everybody who may see the conversation is told in their language, and answers the visitor', async () => {
  const { parts, mails } = world([said(1, visitor, text('before')), said(2, visitor, text('Is it <b>there</b>?'))]);
  await tellTheTeam(parts, telling);
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    ['anna@shop.example', 'zoe@example.com left a message'],
    ['bruno@shop.example', 'zoe@example.com ha lasciato un messaggio'],
  ]);
  const [mail] = mails;
  expect(mail?.replyTo).toBe('zoe@example.com');
  expect(mail?.text).toContain('> Is it <b>there</b>?');
  expect(mail?.text).not.toContain('before');
  expect(mail?.text).toContain(`https://chat.example/conversations/${CONVERSATION}`);
  expect(mail?.html).toContain('Is it &lt;b&gt;there&lt;/b&gt;?');
});

test('A7: after a chatbot handed over, what was said to it is what the team is told', async () => {
  const { parts, mails } = world([said(1, visitor, text('My lamp broke'))], { waitingSince: clock.now() });
  await tellTheTeam(parts, { ...telling, seq: 3 });
  expect(mails[0]?.text).toContain('> My lamp broke');
});

test('C5: whoever writes on at night is in one e-mail an hour, and in the next one', async () => {
  const { parts, mails, jobs } = world([said(2, visitor, text('hello'))]);
  await tellTheTeam(parts, telling);
  const first = clock.now();
  await clock.pass(600_000);
  await tellTheTeam(parts, { ...telling, seq: 3 });
  expect(mails).toHaveLength(2);
  expect(jobs).toMatchObject([{ payload: { seq: 3 }, runAt: first + 3_600_000, key: `tell:${CONVERSATION}` }]);
  await clock.pass(3_000_000);
  await tellTheTeam(parts, { ...telling, seq: 3 });
  expect(mails).toHaveLength(4);
});

test('C5: nobody is told once somebody opened it', async () => {
  const { parts, mails } = world([said(2, visitor, text('hello'))], { teamReadSeq: 2 });
  await tellTheTeam(parts, telling);
  expect(mails).toEqual([]);
});

test('C8: while the visitor waits on the site, it is looked at again', async () => {
  const here = world([said(2, visitor, text('hello'))]);
  here.comes();
  await tellTheTeam(here.parts, { ...telling, because: 'missed' });
  expect(here.mails).toEqual([]);
  expect(here.jobs).toMatchObject([
    { kind: 'tell-the-team', runAt: clock.now() + 60_000, key: `tell:${CONVERSATION}` },
  ]);
});

test('C4: a transcript has what the visitor sees, in order, without notes and recalled messages', async () => {
  const { parts, mails } = world([
    said(1, visitor, text('hello')),
    said(2, anna, { kind: 'joined' }),
    said(3, anna, text('wrong window'), { recalled: true }),
    said(4, anna, { kind: 'file', file: FILE }),
    said(5, anna, { kind: 'note', text: 'a difficult one' }, { publicSeq: null }),
    said(6, visitor, { kind: 'rated', value: 5, comment: 'grazie' }, { publicSeq: 5 }),
  ]);
  await sendTranscript(parts, { account: ACCOUNT, conversation: CONVERSATION, to: 'zoe@example.com' });
  const [mail] = mails;
  expect(mail?.subject).toBe('La tua conversazione con Casa & Co');
  expect(mail?.text).toMatch(
    /Tu, .*\n> hello\n\n\* Anna è entrato.*\n\nAnna, .*photo <1>\.png\n\n\* Valutazione: positiva: grazie/s,
  );
  expect(mail?.text).not.toMatch(/wrong window|difficult/);
  expect(mail?.html).toContain('photo &lt;1&gt;.png');
});

test('C5: what is reacted to is kept in the queue, which takes one job of a conversation at a time', async () => {
  const { parts, jobs } = world([]);
  const whereabouts = { someoneOnline: () => false, tellsOfMissed: async () => true };
  const failed = (reason: unknown) => expect.fail(String(reason));
  const react = createMailReactor({ mailer: parts.mailer, queue: parts.queue, whereabouts, failed });
  const change = { account: ACCOUNT, at: clock.now(), conversation: waiting, before: null, readBy: null };
  react({ ...change, entries: [said(2, visitor, text('hello'))] });
  react({ ...change, before: waiting, entries: [said(3, visitor, text('again'))] });
  react({ ...change, entries: [said(4, visitor, { kind: 'transcript-sent', email: 'zoe@example.com' })] });
  await clock.pass(0);
  expect(jobs.toSorted((a, b) => b.kind.localeCompare(a.kind))).toEqual([
    {
      kind: 'tell-the-team',
      payload: { because: 'offline', account: ACCOUNT, conversation: CONVERSATION, seq: 2 },
      runAt: clock.now() + 120_000,
      key: `tell:${CONVERSATION}`,
    },
    {
      kind: 'tell-the-team',
      payload: { because: 'offline', account: ACCOUNT, conversation: CONVERSATION, seq: 3 },
      runAt: clock.now() + 120_000,
      key: `tell:${CONVERSATION}`,
    },
    {
      kind: 'send-transcript',
      payload: { account: ACCOUNT, conversation: CONVERSATION, to: 'zoe@example.com' },
      runAt: clock.now(),
    },
  ]);
});

test('C8: nothing a stranger wrote is ever markup', () => {
  const evil = `"><script>alert('1')</script>&\n<img src=x>`;
  const { html } = mailPage(
    'en',
    [
      { kind: 'paragraph', text: evil },
      { kind: 'quote', by: evil, text: evil },
      { kind: 'event', text: evil },
      { kind: 'facts', facts: [{ name: evil, value: evil }] },
      { kind: 'button', text: evil, href: evil },
    ],
    evil,
  );
  expect(html).not.toMatch(/<script|<img/);
  expect(html.match(/&lt;script&gt;/g)).toHaveLength(9);
});
