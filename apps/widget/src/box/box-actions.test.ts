import type { PublicEntry } from '@vetrina/protocol/conversation';
import { DEFAULT_BOX } from '@vetrina/protocol/http/box';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import { expect, test } from 'vitest';
import { BoxActions, gateIn, owesConsent } from './box-actions.ts';
import { type BoxModel, Watched } from './box-model.ts';
import { NOTHING_ANSWERED } from './contact-form.ts';
import { EMPTY_LOG } from './conversation-log.ts';
import { idOf } from './fake-chat-server.ts';
import { Outbox } from './outbox/outbox.ts';
import { memoryStorage, storageOutbox } from './outbox/outbox-store.ts';

const box = { ...DEFAULT_BOX, team: 'Shop', groups: [], askFirst: null };
const nobody: Pick<BoxModel, 'team' | 'answered'> = {
  team: { state: 'offline', agents: [], chatting: false },
  answered: NOTHING_ANSWERED,
};

test('C5: while nobody is online the form stands before the composer', () => {
  expect(gateIn({ ...nobody, log: EMPTY_LOG }, box)).toBe('form');
  expect(gateIn({ ...nobody, log: { ...EMPTY_LOG, state: 'resolved' } }, box)).toBe('form');
});

const saying = (body: PublicEntry['body']): PublicEntry => ({
  ...{ seq: 1, id: idOf('a'), at: 0, author: { who: 'visitor' }, body },
});
const waiting = (body: PublicEntry['body']) => ({ ...EMPTY_LOG, state: 'new' as const, entries: [saying(body)] });
const form = (given: { name?: string; email?: string }) =>
  waiting({ kind: 'contact', name: null, email: null, phone: null, ...given });

test.each([
  ['who wrote while somebody was online', waiting({ kind: 'text', text: 'Hello?' }), NOTHING_ANSWERED],
  ['who has only ticked', form({}), { form: false, email: false, agreed: true }],
  ['whose form gave a name alone', form({ name: 'Anna' }), { form: true, email: false, agreed: false }],
  ['who was asked for nothing', EMPTY_LOG, { form: true, email: false, agreed: true }],
])('I2: while nobody is online the form asks for an address of a visitor %s', (_who, log, answered) => {
  expect(gateIn({ ...nobody, log, answered }, box)).toBe('form');
});

test.each([
  ['the conversation knows', form({ email: 'anna@example.com' }), NOTHING_ANSWERED],
  ['this browser remembers', EMPTY_LOG, { form: true, email: true, agreed: false }],
])('I2: an address that %s is not asked for again', (_who, log, answered) => {
  expect(gateIn({ ...nobody, log, answered }, box)).toBe('none');
});

test('I2: before a chat the tick alone is no form, a name is', () => {
  const here = { team: { ...nobody.team, state: 'online' as const }, answered: NOTHING_ANSWERED };
  const asking = { ...box, askFirst: true };
  expect(gateIn({ ...here, log: form({}) }, asking)).toBe('form');
  expect(gateIn({ ...here, log: form({ name: 'Anna' }) }, asking)).toBe('none');
});

test('V8: whom an agent writes to can answer, whoever is online', () => {
  expect(gateIn({ ...nobody, log: { ...EMPTY_LOG, state: 'open' } }, box)).toBe('none');
});

test('C1: that the visitor has agreed is told once, before the first words', () => {
  const demanded = { privacy: { ...DEFAULT_BOX.privacy, mustAgree: true } };
  const answered = { ...NOTHING_ANSWERED, agreed: true };
  const agreed = { answered, log: EMPTY_LOG, outbox: [] };
  const consent = {
    type: 'contact',
    id: idOf('b'),
    name: null,
    email: null,
    phone: null,
    group: null,
    consent: true,
  } as const;
  const item = { frame: consent, at: 0, nth: 1, by: null, state: { is: 'waiting' }, card: null } as const;
  expect(owesConsent(agreed, demanded)).toBe(true);
  expect(owesConsent(agreed, DEFAULT_BOX)).toBe(false);
  expect(owesConsent({ ...agreed, answered: NOTHING_ANSWERED }, demanded)).toBe(false);
  expect(owesConsent({ ...agreed, outbox: [item] }, demanded)).toBe(false);
  expect(
    owesConsent({ ...agreed, log: { ...EMPTY_LOG, entries: [saying({ kind: 'text', text: 'Hello' })] } }, demanded),
  ).toBe(false);
});

test('C1: what was refused for want of a tick is tried again with it', async () => {
  const storage = memoryStorage();
  const [tick, words] = [idOf('tick'), idOf('words')];
  const model = new Watched({
    answered: { ...NOTHING_ANSWERED, agreed: true },
    log: EMPTY_LOG,
    outbox: [],
  } as unknown as BoxModel);
  const outbox = new Outbox({
    env: new FakeClock(),
    store: storageOutbox(storage, 'key'),
    takeTurns: (work) => work(),
    send: () => false,
    who: () => 'anna',
    changed: (items) => model.set({ outbox: items }),
    settled: () => undefined,
    told: () => undefined,
    refused: () => undefined,
    tellTabs: () => undefined,
  });
  await outbox.add({ type: 'say', id: words, saying: { kind: 'text', text: 'Hello' } });
  const demanding = { ...box, privacy: { ...box.privacy, mustAgree: true } };
  new BoxActions({ env: { newId: () => tick }, box: demanding, model, outbox } as never).tryAgain(words);
  await expect
    .poll(() => model.get().outbox.map(({ frame }) => [frame.type, frame.id]))
    .toEqual([
      ['contact', tick],
      ['say', words],
    ]);
});
