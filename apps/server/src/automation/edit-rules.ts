import { isTimezone } from '@vetrina/domain/wall-clock';
import type { Rule, RuleDraft } from '@vetrina/protocol/automation/rule';
import type { Account } from '@vetrina/protocol/http/account';
import type { NewRule, RuleEdit } from '@vetrina/protocol/http/automation';
import type { AccountId, AgentId, ChatbotId, RuleId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import type { Actor } from '../accounts/ports.ts';
import type { Clock } from '../platform/clock.ts';
import { copyName } from '../platform/copy-name.ts';
import { demandFeature } from '../platform/demand-feature.ts';
import type { Ids } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import type { RuleStore } from './ports.ts';

export interface RuleParts {
  readonly store: RuleStore;
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Pick<Ids, 'rule'>;
  readonly colleagues: { isActive(account: AccountId, agent: AgentId): Promise<boolean> };
  readonly chatbots: { has(account: AccountId, chatbot: ChatbotId): Promise<boolean> };
}

/**
 * A new rule, switched off, behind all others.
 * @throws Refusal `bad_request` for what only the server can check, `too_many_rules`
 */
export async function addRule(parts: RuleParts, actor: Actor, { draft, preset }: NewRule): Promise<Rule> {
  await demandSound(parts, actor.account, draft);
  const at = parts.clock.now();
  return add(parts, actor, { ...draft, id: parts.ids.rule(), isOn: false, preset, createdAt: at, changedAt: at });
}

/** @throws Refusal `not_found`, `bad_request`, `changed_meanwhile` */
export async function editRule(parts: RuleParts, actor: Actor, id: RuleId, edit: RuleEdit): Promise<Rule> {
  await demandSound(parts, actor.account, edit.draft);
  const answer = await parts.store.editRule(actor.account, id, edit, parts.clock.now());
  if (answer === 'changed_meanwhile') throw new Refusal('changed_meanwhile');
  return orNotFound(answer);
}

/** @throws Refusal `not_found`; `plan_required` when the plan has no automatic messages, which can be switched off on any */
export async function switchRule(
  parts: RuleParts,
  account: Account,
  id: RuleId,
  { isOn }: { readonly isOn: boolean },
): Promise<Rule> {
  if (isOn) demandFeature(account.plan, 'automatic-messages');
  return orNotFound(await parts.store.switchRule(account.id, id, isOn));
}

/** The same once more, switched off. @throws Refusal `not_found`, `too_many_rules` */
export async function copyRule(parts: RuleParts, actor: Actor, id: RuleId): Promise<Rule> {
  const rules = await parts.store.rules(actor.account);
  const original = orNotFound(rules.find((rule) => rule.id === id) ?? null);
  const at = parts.clock.now();
  const taken = rules.map((rule) => rule.name);
  const name = copyName(original.name, taken, LIMITS.ruleName);
  return add(parts, actor, { ...original, name, id: parts.ids.rule(), isOn: false, createdAt: at, changedAt: at });
}

/** @throws Refusal `bad_request` for what is not every rule of the account once: somebody else changed them meanwhile */
export async function orderRules(parts: RuleParts, actor: Actor, order: readonly RuleId[]): Promise<readonly Rule[]> {
  if (!(await parts.store.orderRules(actor.account, order))) throw new Refusal('bad_request');
  return parts.store.rules(actor.account);
}

/** What it wrote stays written, and counts in the visitors' budget. @throws Refusal `not_found` */
export async function removeRule(parts: RuleParts, actor: Actor, id: RuleId): Promise<void> {
  if (!(await parts.store.removeRule(actor.account, id))) throw new Refusal('not_found');
}

async function add(parts: RuleParts, actor: Actor, rule: Rule): Promise<Rule> {
  const added = await parts.store.addRule(actor.account, rule, LIMITS.rules);
  if (added === null) throw new Refusal('too_many_rules');
  return added;
}

/** @throws Refusal `bad_request` for times that cannot be told */
export function demandTimes({ schedule: { times } }: RuleDraft['logic']): void {
  // Spans are the server's own way to tell pages.
  if (times !== null && (times.by === 'spans' || !isTimezone(times.timezone))) throw new Refusal('bad_request');
}

/** What no schema can know: time zones, colleagues, chatbots. */
async function demandSound(parts: RuleParts, account: AccountId, { logic, action }: RuleDraft): Promise<void> {
  demandTimes(logic);
  if (action.does === 'write' && action.from !== null && !(await parts.colleagues.isActive(account, action.from)))
    throw new Refusal('bad_request');
  if (action.does === 'start-chatbot' && !(await parts.chatbots.has(account, action.chatbot)))
    throw new Refusal('bad_request');
}

function orNotFound(rule: Rule | null): Rule {
  if (rule === null) throw new Refusal('not_found');
  return rule;
}
