import type { Rule } from '@vetrina/protocol/automation/rule';
import type { Explanation, VerdictWord } from '@vetrina/protocol/http/automation';
import type { Checks } from './conditions.ts';
import { type Contact, type Held, type Moment, type TalkFacts, whyHeld } from './contact-budget.ts';
import { type Decision, decide } from './decide.ts';
import type { RuleFacts } from './facts.ts';
import type { Verdict } from './verdict.ts';

/** What is known of a visitor where a rule is explained. */
export interface Explained {
  readonly facts: RuleFacts;
  /** Of `CONTACT_BUDGET.day` and all of this rule, newest first. */
  readonly contacts: readonly Contact[];
  readonly talk: TalkFacts;
  readonly moment: Moment;
}

/** A4: why a rule wrote to a visitor, or did not: every part of it as it stands at `moment.at`. Decides nothing by itself. */
export function explain(rule: Rule, { facts, contacts, talk, moment }: Explained): Explanation {
  const decision = decide(rule.logic, facts, moment.at);
  const own = contacts.find(({ by }) => by.kind === 'rule' && by.rule === rule.id);
  const held = whyHeld(rule, contacts, talk, moment);
  const { when, delay, where, who } = rule.logic;
  return {
    ...{ rule: rule.id, name: rule.name, isOn: rule.isOn },
    state: stateOf(rule, decision, own !== undefined && own.visit === moment.visit ? own : null, held),
    when: { trigger: when, delay, holds: word(decision.isDue), dueAt: decision.dueAt ?? null },
    where: { match: where.match, ...checksOf(decision.where) },
    who: { match: who.match, ...checksOf(decision.who) },
    ...{ team: word(decision.team), times: word(decision.times) },
    held: held === null ? null : { ...held, by: heldBy(held, contacts, rule) },
    lastAt: own?.at ?? null,
  };
}

function stateOf(rule: Rule, decision: Decision, ownNow: Contact | null, held: Held | null): Explanation['state'] {
  if (ownNow !== null) return ownNow.heldOut ? 'held-out' : 'sent';
  if (!rule.isOn) return 'off';
  const { where, who, team, times, isDue, fires } = decision;
  if (who.holds === false || where.holds === false || team === false || times === false) return 'does-not-match';
  if (held !== null && (fires === true || isDue === undefined)) return 'held';
  if (held?.because === 'had-its-turn') return 'held';
  return fires === true ? 'due' : 'waits';
}

/** Which other rule used up what this one would have needed. */
function heldBy({ because }: Held, contacts: readonly Contact[], rule: Rule): Explanation['rule'] | null {
  if (because !== 'too-soon' && because !== 'enough-for-a-day' && because !== 'dismissed') return null;
  const last = contacts.find(({ by, heldOut }) => !heldOut && by.kind === 'rule' && by.rule !== rule.id);
  return last?.by.kind === 'rule' ? last.by.rule : null;
}

function checksOf({ holds, list }: Checks): Pick<Explanation['who'], 'holds' | 'list'> {
  return {
    holds: word(holds),
    list: list.map(({ condition, found, holds: each }) => ({ condition, found: found ?? null, holds: word(each) })),
  };
}

const word = (verdict: Verdict): VerdictWord => (verdict === undefined ? 'unknown' : verdict ? 'yes' : 'no');
