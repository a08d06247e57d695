import { pageViewId, ruleId, visitId } from '@vetrina/protocol/ids';
import { expect, test } from 'vitest';
import { CONTACT_BUDGET, type Contact, type Moment, type TalkFacts, whyHeld } from './contact-budget.ts';
import { PRESET_RULES } from './presets.ts';

const AT = 1_800_000_000_000;
const { apart, day } = CONTACT_BUDGET;
const VISITS = ['a', 'b'].map((letter) => visitId.parse(`vs${letter.repeat(22)}`));
const PAGES = ['page-one', 'page-two'].map((id) => pageViewId.parse(id));
const [visit, page] = [VISITS[0], PAGES[0]] as [Moment['visit'], Moment['page']];
const NOW: Moment = { at: AT, visit, page };
const QUIET: TalkFacts = { isAnswered: false, waitingSince: null, wasAnsweredThisVisit: false };
const WELCOME = { id: ruleId.parse(`ru${'w'.repeat(22)}`), ...PRESET_RULES['first-visit'] };
const BUSY = { id: ruleId.parse(`ru${'b'.repeat(22)}`), ...PRESET_RULES.busy };
const OTHER = ruleId.parse(`ru${'o'.repeat(22)}`);

const contact = (ago: number, more: Partial<Contact> = {}): Contact => ({
  by: { kind: 'rule', rule: OTHER },
  ...{ heldOut: false, visit, page, at: AT - ago, dismissedAt: null },
  ...more,
});

/** Why the rule is silent; null: it is not. */
const silence = (...asked: Parameters<typeof whyHeld>) => whyHeld(...asked)?.because ?? null;

test('A3: somebody who was left in peace may be written to', () => {
  expect(silence(WELCOME, [], QUIET, NOW)).toBeNull();
});

test.each([{ kind: 'rule', rule: OTHER }, { kind: 'agent' }] as const)(
  'A3: one budget for all: what %j wrote a moment ago keeps a rule silent',
  (by) => {
    expect(silence(WELCOME, [contact(apart - 1, { by })], QUIET, NOW)).toBe('too-soon');
    expect(silence(WELCOME, [contact(apart, { by })], QUIET, NOW)).toBeNull();
  },
);

test('A3: a day has room for so many, and no more', () => {
  const some = [2, 3, 4].map((nth) => contact(nth * apart));
  expect(silence(WELCOME, some, QUIET, NOW)).toBe('enough-for-a-day');
  expect(silence(WELCOME, some.slice(1), QUIET, NOW)).toBeNull();
  expect(silence(WELCOME, [...some.slice(1), contact(day)], QUIET, NOW)).toBeNull();
});

test('A3: closing a message buys a day of peace', () => {
  const closed = (ago: number) => contact(day + apart, { dismissedAt: AT - ago });
  expect(silence(WELCOME, [closed(day - 1)], QUIET, NOW)).toBe('dismissed');
  expect(silence(WELCOME, [closed(day)], QUIET, NOW)).toBeNull();
});

test('A6: what was kept back takes no room, and had its turn', () => {
  expect(silence(WELCOME, [contact(1, { heldOut: true })], QUIET, NOW)).toBeNull();
  const own = contact(1, { heldOut: true, by: { kind: 'rule', rule: WELCOME.id } });
  expect(silence(WELCOME, [own], QUIET, NOW)).toBe('had-its-turn');
});

test.each([
  ['page', { page: PAGES[1] }, null],
  ['page', {}, 'had-its-turn'],
  ['visit', { page: PAGES[1] }, 'had-its-turn'],
  ['visit', { visit: VISITS[1] }, null],
  ['visitor', { visit: VISITS[1] }, 'had-its-turn'],
] as const)('A1: once per %s: after a turn at %j', (repeat, before, expected) => {
  const own = { ...contact(2 * apart, { by: { kind: 'rule', rule: WELCOME.id } }), ...before } as Contact;
  expect(silence({ ...WELCOME, repeat }, [own], QUIET, NOW)).toBe(expected);
});

test('A1: nobody is greeted in the middle of a conversation, or while they wait', () => {
  expect(silence(WELCOME, [], { ...QUIET, isAnswered: true }, NOW)).toBe('in-conversation');
  expect(silence(WELCOME, [], { ...QUIET, waitingSince: 1 }, NOW)).toBe('waits-for-answer');
  expect(silence(WELCOME, [], { ...QUIET, wasAnsweredThisVisit: true }, NOW)).toBe('was-answered');
});

test('A3: who waits for an answer hears that we are busy, whatever was said before', () => {
  const dismissed = contact(1, { dismissedAt: AT });
  expect(silence(BUSY, [dismissed], { ...QUIET, waitingSince: 1 }, NOW)).toBeNull();
  expect(silence(BUSY, [], { ...QUIET, isAnswered: true }, NOW)).toBe('in-conversation');
});

test('A3: who is held back by time alone is told when to ask again', () => {
  const ask = (contacts: readonly Contact[], at: number) => whyHeld(WELCOME, contacts, QUIET, { ...NOW, at });
  const busyDay = [3, 2, 1].map((nth) => contact(nth * apart));
  for (const contacts of [[contact(1)], busyDay, [contact(apart, { dismissedAt: AT - 5 })]]) {
    const until = ask(contacts, AT + apart)?.until ?? ask(contacts, AT)?.until ?? 0;
    expect(ask(contacts, until - 1)).not.toBeNull();
    expect(ask(contacts, until)).toBeNull();
  }
});
