import { PRESET_RULES } from '@vetrina/domain/automation/presets';
import { limitOf } from '@vetrina/domain/entitlements';
import { type Rule, ruleDraft } from '@vetrina/protocol/automation/rule';
import type { MessageId, PageViewId, RuleId, VisitId, VisitorId } from '@vetrina/protocol/ids';
import { aVisitor, NOW } from '@vetrina/testkit/builders';
import { expect, test } from 'vitest';
import { anAccount } from '../../test/world-samples.ts';
import type { ContactLog, ContactStanding } from './ports.ts';
import { factsOfPerson } from './visitor-facts.ts';
import { type DueRule, writeToVisitor } from './write-to-visitor.ts';

const RULE: Rule = {
  ...ruleDraft.parse({
    ...{ name: 'News', ...PRESET_RULES.news, holdOut: 0, goal: null },
    action: { does: 'write', text: 'Hello!', from: null, opensBox: false },
  }),
  ...{ id: 'ru1' as RuleId, isOn: true, preset: 'news', createdAt: 0, changedAt: 0 },
};

const due = (plan: 'STANDARD' | 'PRO', more: Partial<DueRule> = {}): DueRule => ({
  account: anAccount(1, { plan }),
  ...{ visitor: 'vi1' as VisitorId, visit: 'vs1' as VisitId, page: 'page-1' as PageViewId },
  live: { rule: RULE, place: 0, times: null, text: '' },
  facts: {
    ...{ visitor: factsOfPerson({ visitor: aVisitor(), campaign: {} }), visitStartedAt: NOW - 60_000 },
    ...{ chatOpenedAt: undefined, waitingSince: null, teamIsThere: true },
    page: {
      ...{ address: 'https://shop.example/', title: 'Shop', openedAt: NOW - 60_000 },
      ...{ scrolled: undefined, leavingAt: undefined, events: undefined },
    },
  },
  opening: {
    sender: { who: 'automation', name: 'Shop', agent: null },
    texts: ['Hello!'],
    opensBox: false,
    automated: false,
    bot: null,
  },
  ...more,
});

/** A visitor who was left in peace, held still, of an account that began so many conversations this month. */
function logWith(begunThisMonth: number): ContactLog {
  const standing: ContactStanding = {
    ...{ contacts: [], current: null, begunThisMonth },
    log: { lastAtOfTeam: async () => null },
  };
  return {
    async contact(_place, decide) {
      const decided = await decide(standing);
      return 'not' in decided ? decided : { contact: decided.contact, written: null };
    },
    seen: async () => false,
    dismissed: async () => false,
    reachedGoal: async () => undefined,
    contactsOf: async () => [],
  };
}

const parts = (begun: number) => ({ log: logWith(begun), ids: { message: () => 'message-1' as MessageId } });

test.each(['STANDARD', 'PRO'] as const)(
  'P: a month of %s has room for so many conversations, and no more',
  async (plan) => {
    const allowed = limitOf(plan, 'automated-conversations');
    expect(await writeToVisitor(parts(allowed - 1), due(plan), NOW)).toMatchObject({ came: 'written' });
    expect(await writeToVisitor(parts(allowed), due(plan), NOW)).toEqual({
      came: 'held',
      because: 'plan-limit',
      until: null,
    });
  },
);

test('A7: a rule whose chatbot is gone is silent', async () => {
  const held = await writeToVisitor(parts(0), due('PRO', { opening: null }), NOW);
  expect(held).toEqual({ came: 'held', because: 'no-chatbot', until: null });
});

test('A2: a moment that is yet to come is named', async () => {
  const early = await writeToVisitor(parts(0), due('PRO'), NOW - 10_000);
  expect(early).toEqual({ came: 'held', because: 'not-its-moment', until: NOW });
});
