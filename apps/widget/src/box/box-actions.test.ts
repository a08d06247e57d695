import { DEFAULT_BOX } from '@vetrina/protocol/http/box';
import { expect, test } from 'vitest';
import { gateIn, owesConsent } from './box-actions.ts';
import type { BoxModel } from './box-model.ts';
import { EMPTY_LOG } from './conversation-log.ts';
import { idOf } from './fake-chat-server.ts';

const box = { ...DEFAULT_BOX, team: 'Shop', groups: [], askFirst: null };
const nobody: Pick<BoxModel, 'team' | 'answered'> = {
  team: { state: 'offline', agents: [], chatting: false },
  answered: { form: false, agreed: false },
};

test('C5: while nobody is online the form stands before the composer', () => {
  expect(gateIn({ ...nobody, log: EMPTY_LOG }, box)).toBe('form');
  expect(gateIn({ ...nobody, log: { ...EMPTY_LOG, state: 'resolved' } }, box)).toBe('form');
});

test('V8: whom an agent writes to can answer, whoever is online', () => {
  expect(gateIn({ ...nobody, log: { ...EMPTY_LOG, state: 'open' } }, box)).toBe('none');
});

test('C1: that the visitor has agreed is told once, before the first words', () => {
  const demanded = { privacy: { ...DEFAULT_BOX.privacy, mustAgree: true } };
  const answered = { form: false, agreed: true };
  const agreed = { answered, log: EMPTY_LOG, outbox: [] };
  const said = {
    seq: 1,
    id: idOf('a'),
    at: 0,
    author: { who: 'visitor' },
    body: { kind: 'text', text: 'Hello' },
  } as const;
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
  expect(owesConsent({ ...agreed, answered: { form: false, agreed: false } }, demanded)).toBe(false);
  expect(owesConsent({ ...agreed, outbox: [item] }, demanded)).toBe(false);
  expect(owesConsent({ ...agreed, log: { ...EMPTY_LOG, entries: [said] } }, demanded)).toBe(false);
});
