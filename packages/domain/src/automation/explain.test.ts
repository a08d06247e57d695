import { type Rule, ruleDraft } from '@vetrina/protocol/automation/rule';
import type { PageViewId, RuleId, VisitId } from '@vetrina/protocol/ids';
import { expect, test } from 'vitest';
import type { Contact } from './contact-budget.ts';
import { type Explained, explain } from './explain.ts';
import type { VisitorFacts } from './facts.ts';

const AT = 1_800_000_000_000;
const [visit, page] = ['vs1' as VisitId, 'page-1' as PageViewId];

const ANNA: VisitorFacts = {
  ...{ visits: 2, chats: 0, customer: true, country: 'IT', city: null, device: 'phone', browser: 'Safari', os: 'iOS' },
  ...{ language: 'it', group: null, variables: {}, referrer: null, campaign: {} },
};

const RULE: Rule = {
  ...ruleDraft.parse({
    name: 'Cart',
    logic: {
      ...{ when: { on: 'time-on-site', seconds: 30 }, delay: 5 },
      where: { match: 'all', list: [{ about: 'address', test: 'contains', value: '/cart' }] },
      who: {
        match: 'all',
        list: [
          { about: 'country', test: 'is', values: ['IT'] },
          { about: 'visits', test: 'at-least', value: 2 },
        ],
      },
      schedule: { team: 'online', times: null },
    },
    action: { does: 'write', text: 'Hello', from: null, opensBox: false },
    ...{ repeat: 'visit', stopWhenAnswered: false, holdOut: 0, goal: null },
  }),
  ...{ id: 'ru1' as RuleId, isOn: true, preset: null, createdAt: 0, changedAt: 0 },
};

const explained = (more: Partial<Explained['facts']> = {}, contacts: readonly Contact[] = []): Explained => ({
  facts: {
    ...{ visitor: ANNA, visitStartedAt: AT - 60_000, chatOpenedAt: undefined, waitingSince: null, teamIsThere: true },
    page: {
      ...{ address: 'https://shop.example/cart', title: 'Cart', openedAt: AT - 1_000 },
      ...{ scrolled: undefined, leavingAt: undefined, events: undefined },
    },
    ...more,
  },
  contacts,
  talk: { isAnswered: false, waitingSince: null, wasAnsweredThisVisit: false },
  moment: { at: AT, visit, page },
});

const contact = (more: Partial<Contact> = {}): Contact => ({
  ...{ by: { kind: 'rule', rule: 'ru1' as RuleId }, heldOut: false, visit, page, at: AT - 1_000, dismissedAt: null },
  ...more,
});

test('A4: every condition is told with what was found, and whether it holds', () => {
  const { who, where, when, team } = explain(RULE, explained());
  expect(who).toEqual({
    ...{ match: 'all', holds: 'yes' },
    list: [
      { condition: { about: 'country', test: 'is', values: ['IT'] }, found: 'IT', holds: 'yes' },
      { condition: { about: 'visits', test: 'at-least', value: 2 }, found: 2, holds: 'yes' },
    ],
  });
  expect(where.list).toMatchObject([{ found: 'https://shop.example/cart', holds: 'yes' }]);
  expect(when).toMatchObject({ holds: 'yes', dueAt: AT - 25_000 });
  expect(team).toBe('yes');
});

const other = contact({ by: { kind: 'rule', rule: 'ru2' as RuleId } });

test.each<[string, Rule, Explained, object]>([
  ['it wrote in this visit', RULE, explained({}, [contact()]), { state: 'sent', lastAt: AT - 1_000 }],
  ['it kept back', RULE, explained({}, [contact({ heldOut: true })]), { state: 'held-out' }],
  ['nobody looks at the page', RULE, explained(), { state: 'due', held: null }],
  ['it is off', { ...RULE, isOn: false }, explained(), { state: 'off' }],
  ['it wrote although it is off now', { ...RULE, isOn: false }, explained({}, [contact()]), { state: 'sent' }],
  ['nobody of the team is there', RULE, explained({ teamIsThere: false }), { state: 'does-not-match', team: 'no' }],
  ['another one was faster', RULE, explained({}, [other]), { state: 'held', held: { because: 'too-soon', by: 'ru2' } }],
  [
    'its time has not come',
    RULE,
    explained({ visitStartedAt: AT - 1_000 }),
    { state: 'waits', when: { holds: 'no', dueAt: AT + 34_000 } },
  ],
  ['it cannot be told from here', RULE, explained({ teamIsThere: undefined }), { state: 'waits', team: 'unknown' }],
])('A4: %s', (_, rule, facts, expected) => {
  expect(explain(rule, facts)).toMatchObject(expected);
});

test('A4: what only the page knows is said to be unknown, and not guessed', () => {
  const scrolled: Rule = { ...RULE, logic: { ...RULE.logic, when: { on: 'scrolled', percent: 50 } } };
  expect(explain(scrolled, explained()).when).toMatchObject({ holds: 'unknown', dueAt: null });
  expect(explain(scrolled, explained({}, [other]))).toMatchObject({ state: 'held' });
});
