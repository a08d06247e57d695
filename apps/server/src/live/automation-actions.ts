import { explain } from '@vetrina/domain/automation/explain';
import { monthFrom } from '@vetrina/domain/automation/month';
import { limitOf } from '@vetrina/domain/entitlements';
import { sees } from '@vetrina/domain/group-scope';
import type { Rule } from '@vetrina/protocol/automation/rule';
import type { Account } from '@vetrina/protocol/http/account';
import type {
  DryRun,
  DryRunOf,
  Explanation,
  MatchesNow,
  NewRule,
  Results,
  RuleEdit,
  RulePeople,
} from '@vetrina/protocol/http/automation';
import type { AccountId, RuleId, VisitorId } from '@vetrina/protocol/ids';
import type { AccountDirectory, Actor } from '../accounts/ports.ts';
import { type DryRunParts, dryRun, rulesToTry } from '../automation/dry-run.ts';
import {
  addRule,
  copyRule,
  demandTimes,
  editRule,
  orderRules,
  type RuleParts,
  removeRule,
  switchRule,
} from '../automation/edit-rules.ts';
import { explainedPerson, explainedStored } from '../automation/explain-visitor.ts';
import { matchesOf, nearestTo, somebodyOf } from '../automation/people-of-rule.ts';
import type { AutomationStore, PastVisits } from '../automation/ports.ts';
import type { RuleBook } from '../automation/rule-book.ts';
import type { ConversationReads } from '../conversations/ports.ts';
import type { Clock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Breathe } from '../platform/turns.ts';
import type { VisitorStore } from '../visitors/ports.ts';
import { currentTab, type OnSite, type Stay } from '../visitors/stay.ts';
import type { BoxStates } from './box-states.ts';
import type { ConversationMemory } from './conversation-memory.ts';
import type { Sight } from './sight.ts';

export interface AutomationActionsParts extends Omit<RuleParts, 'store'> {
  readonly clock: Clock;
  readonly automation: AutomationStore;
  readonly past: PastVisits;
  readonly breathe: Breathe;
  readonly accounts: Pick<AccountDirectory, 'byId'>;
  readonly store: Pick<VisitorStore, 'details'>;
  readonly conversations: Pick<ConversationReads, 'newestOf'>;
  readonly onSite: OnSite;
  readonly memory: ConversationMemory;
  readonly boxStates: Pick<BoxStates, 'stateFor'>;
  readonly sight: Sight;
  readonly book: RuleBook;
}

/**
 * Automatic messages for whoever speaks of them (HTTP today). The names are those of `protocol/http/routes`; roles were
 * checked there. Every method acts within the actor's account and throws `Refusal`.
 */
export interface AutomationActions {
  rules(actor: Actor): Promise<readonly Rule[]>;
  addRule(actor: Actor, wanted: NewRule): Promise<Rule>;
  editRule(actor: Actor, id: RuleId, edit: RuleEdit): Promise<Rule>;
  switchRule(actor: Actor, id: RuleId, wanted: { readonly isOn: boolean }): Promise<Rule>;
  copyRule(actor: Actor, id: RuleId): Promise<Rule>;
  orderRules(actor: Actor, order: readonly RuleId[]): Promise<readonly Rule[]>;
  removeRule(actor: Actor, id: RuleId): Promise<void>;
  results(actor: Actor): Promise<Results>;
  /** Only of those whom the actor may see. */
  matches(actor: Actor, logic: Rule['logic']): Promise<MatchesNow>;
  people(actor: Actor, id: RuleId): Promise<RulePeople>;
  explain(actor: Actor, visitor: VisitorId): Promise<readonly Explanation[]>;
  dryRun(actor: Actor, wanted: DryRunOf): Promise<DryRun>;
}

export function createAutomationActions(parts: AutomationActionsParts): AutomationActions {
  const { automation: store, clock, book, breathe, onSite } = parts;
  const rules: RuleParts = { ...parts, store };
  const accountOf = async (actor: Actor): Promise<Account> => {
    const account = await parts.accounts.byId(actor.account);
    if (account === null) throw new Refusal('not_found');
    return account;
  };
  /** Pages are told of what was changed before whoever changed it is answered. */
  const edited = async <Answer>(actor: Actor, change: Promise<Answer>): Promise<Answer> => {
    const answer = await change;
    await book.edited(actor.account);
    return answer;
  };
  const visible = function* (actor: Actor): Generator<Stay> {
    for (const stay of onSite.of(actor.account).values()) if (parts.sight.seesNow(actor, stay.visitor.id)) yield stay;
  };
  const trying = new Set<AccountId>();
  return {
    rules: ({ account }) => store.rules(account),
    addRule: (actor, wanted) => edited(actor, addRule(rules, actor, wanted)),
    editRule: (actor, id, edit) => edited(actor, editRule(rules, actor, id, edit)),
    switchRule: async (actor, id, wanted) => edited(actor, switchRule(rules, await accountOf(actor), id, wanted)),
    copyRule: (actor, id) => edited(actor, copyRule(rules, actor, id)),
    orderRules: (actor, order) => edited(actor, orderRules(rules, actor, order)),
    removeRule: (actor, id) => edited(actor, removeRule(rules, actor, id)),
    async results(actor) {
      const account = await accountOf(actor);
      return {
        rules: [...(await store.results(account.id))],
        conversations: {
          begun: await store.automatedConversations(account.id, monthFrom(clock.now())),
          allowed: limitOf(account.plan, 'automated-conversations'),
        },
      };
    },
    matches: (actor, logic) => matchesOf(visible(actor), logic, breathe),
    async people(actor, id) {
      const account = await accountOf(actor);
      const rule = (await store.rules(account.id)).find((each) => each.id === id);
      if (rule === undefined) throw new Refusal('not_found');
      const nearest = await nearestTo(visible(actor), rule, breathe);
      return nearest.map((stay) => ({
        visitor: somebodyOf(stay),
        explanation: explain(rule, ofStay(parts, account, stay)),
      }));
    },
    async explain(actor, visitor) {
      if (!(await parts.sight.maySee(actor, visitor))) throw new Refusal('not_found');
      const account = await accountOf(actor);
      const explained = await explainedOf(parts, account, visitor);
      return explained === null ? [] : (await store.rules(account.id)).map((rule) => explain(rule, explained));
    },
    async dryRun(actor, { draft, rule }) {
      demandTimes(draft.logic);
      const account = await accountOf(actor);
      // It goes through a week of visits: one at a time for each account.
      if (trying.has(account.id)) throw new Refusal('too_many_requests');
      trying.add(account.id);
      try {
        const known = await store.rules(account.id);
        if (rule !== null && !known.some(({ id }) => id === rule)) throw new Refusal('not_found');
        const maySee: DryRunParts['sees'] = ({ who }) => sees(actor.groups, who.group);
        return await dryRun(
          { ...parts, sees: maySee },
          account.id,
          rulesToTry(known, draft, rule, parts.ids.rule()),
          clock.now(),
        );
      } finally {
        trying.delete(account.id);
      }
    },
  };
}

function ofStay({ memory, boxStates, clock }: AutomationActionsParts, account: Account, stay: Stay) {
  const { id } = stay.visitor;
  const newest = memory.of(account.id).newest.get(id) ?? null;
  const page = currentTab(stay)?.page ?? null;
  const shown = page === null ? null : { id: page.savedAs, openedAt: page.openedAt };
  return explainedPerson(stay, shown, newest, boxStates.stateFor(account, id).state === 'online', clock.now());
}

async function explainedOf(parts: AutomationActionsParts, account: Account, visitor: VisitorId) {
  const stay = parts.onSite.get(account.id, visitor);
  if (stay !== undefined) return ofStay(parts, account, stay);
  const stored = await parts.store.details({ account: account.id, visitor });
  if (stored === null) return null;
  const contacts = await parts.automation.contactsOf(account.id, visitor);
  return explainedStored(stored, contacts, await parts.conversations.newestOf(account.id, visitor));
}
