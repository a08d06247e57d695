import type { MessageId, RuleId } from '@vetrina/protocol/ids';
import { expect, test } from 'vitest';
import { ANSWERED_WITHIN, answeredBy, contactByAgent, type KnownContact, waitingGreeting } from './greeting.ts';

const AT = 1_800_000_000_000;

const contact = (name: string, at: number, more: Partial<KnownContact> = {}): KnownContact => ({
  ...contactByAgent(name as MessageId, at),
  by: { kind: 'rule', rule: 'ru1' as RuleId },
  greeting: {
    ...{ id: name as MessageId, at, sender: { who: 'automation', name: 'Shop', agent: null } },
    ...{ texts: ['Hello'], opensBox: false, automated: false },
  },
  ...more,
});

const waiting = (...contacts: KnownContact[]) => waitingGreeting(contacts, AT)?.id ?? null;

test('A8: the newest message waits for an answer, in whatever order they are known', () => {
  expect(waiting(contact('old', AT - 20), contact('new', AT - 10))).toBe('new');
  expect(waiting(contact('new', AT - 10), contact('old', AT - 20))).toBe('new');
  expect(waiting()).toBeNull();
});

test.each<[string, Partial<KnownContact>]>([
  ['was answered', { answeredAt: AT - 1 }],
  ['was closed', { dismissedAt: AT - 1 }],
  ['is a day old', { at: AT - ANSWERED_WITHIN }],
  ['was kept back', { heldOut: true }],
  ['stands in a conversation', { greeting: null }],
])('A8: one that %s does not', (_, more) => {
  expect(waiting(contact('a', AT - 10, more))).toBeNull();
});

test('A8: an older one does not come back when a newer one is closed', () => {
  expect(waiting(contact('old', AT - 20), contact('new', AT - 10, { dismissedAt: AT }))).toBeNull();
});

test('A6: what the visitor writes answers what they got within a day, and what was kept back, once', () => {
  const contacts = [
    contact('a', AT - 10),
    contact('b', AT - 20, { heldOut: true }),
    contact('c', AT - ANSWERED_WITHIN),
  ];
  const answered = answeredBy(contacts, AT);
  expect(answered.map(({ answeredAt }) => answeredAt)).toEqual([AT, AT, null]);
  expect(answeredBy(answered, AT + 5)).toBe(answered);
});
