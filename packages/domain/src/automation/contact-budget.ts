import type { Rule } from '@vetrina/protocol/automation/rule';
import type { Silence } from '@vetrina/protocol/http/automation';
import type { PageViewId, RuleId, VisitId } from '@vetrina/protocol/ids';
import type { Conversation } from '../conversation.ts';

/**
 * A3: how often somebody is written to without having asked. One account may have fifty rules, two agents and a chatbot; the
 * visitor is one person.
 */
export const CONTACT_BUDGET = {
  /** Between two messages that nobody asked for, ms. */
  apart: 10 * 60_000,
  /** In any `day`. */
  perDay: 3,
  day: 86_400_000,
  /** After a message was closed unread, ms. */
  quietAfterDismissal: 86_400_000,
} as const;

/** Something that was written to a visitor who had not asked, or was kept back from them to see what difference it makes. */
export interface Contact {
  readonly by: { readonly kind: 'rule'; readonly rule: RuleId } | { readonly kind: 'agent' };
  /** A6: belonged to the share that gets nothing. */
  readonly heldOut: boolean;
  /** Null: by an agent, whom it does not matter for. */
  readonly visit: VisitId | null;
  readonly page: PageViewId | null;
  readonly at: number;
  readonly dismissedAt: number | null;
}

/** Where the visitor and the team stand with each other. */
export interface TalkFacts {
  /** A conversation goes on, and somebody of the team or a chatbot is on it. */
  readonly isAnswered: boolean;
  /** When the visitor wrote who waits now, ms since 1970; null: nobody waits. */
  readonly waitingSince: number | null;
  /** Somebody of the team has written in this visit. */
  readonly wasAnsweredThisVisit: boolean;
}

/** So long after its last message a conversation that nobody resolved still goes on, ms. */
export const RUNNING_FOR = 86_400_000;

/** How the talk with a visitor stands at `at` by their newest conversation; `lastAtOfTeam`: when an agent last wrote in it. */
export function talkOf(
  current: Pick<Conversation, 'state' | 'waitingSince' | 'lastMessage' | 'createdAt'> | null,
  lastAtOfTeam: number | null,
  { visitStartedAt, at }: { readonly visitStartedAt: number; readonly at: number },
): TalkFacts {
  const wasAnsweredThisVisit = lastAtOfTeam !== null && lastAtOfTeam >= visitStartedAt;
  const isRunning =
    current !== null &&
    current.state !== 'resolved' &&
    at - (current.lastMessage?.at ?? current.createdAt) < RUNNING_FOR;
  if (!isRunning) return { isAnswered: false, waitingSince: null, wasAnsweredThisVisit };
  const waitingSince = current.state === 'new' ? current.waitingSince : null;
  return { isAnswered: waitingSince === null, waitingSince, wasAnsweredThisVisit };
}

export interface Moment {
  readonly at: number;
  readonly visit: VisitId;
  readonly page: PageViewId;
}

/** Why not now, and when it may be asked again at the earliest, ms since 1970; null: not before something else happens. */
export interface Held {
  readonly because: Silence;
  readonly until: number | null;
}

const held = (because: Silence, until: number | null = null): Held => ({ because, until });

/**
 * May this rule write to this visitor now? Null: yes. Contacts are those of `CONTACT_BUDGET.day` and all of this rule. What answers
 * somebody who waits, or who opened the chat, was asked for: it counts, and is not held back by what went before.
 */
export function whyHeld(
  rule: Pick<Rule, 'id' | 'logic' | 'repeat' | 'stopWhenAnswered'>,
  contacts: readonly Contact[],
  talk: TalkFacts,
  moment: Moment,
): Held | null {
  if (contacts.some((contact) => isSameTurn(rule, contact, moment))) return held('had-its-turn');
  if (talk.isAnswered) return held('in-conversation');
  if (rule.stopWhenAnswered && talk.wasAnsweredThisVisit) return held('was-answered');
  if (rule.logic.when.on === 'unanswered') return null;
  if (talk.waitingSince !== null) return held('waits-for-answer');
  return rule.logic.when.on === 'chat-opened' ? null : overBudget(contacts, moment.at);
}

/** A3 alone: would one more message that nobody asked for be too many? Null: no. */
export function overBudget(contacts: readonly Contact[], at: number): Held | null {
  const { apart, perDay, day, quietAfterDismissal } = CONTACT_BUDGET;
  const written = contacts.filter(({ heldOut }) => !heldOut);
  const peace = latest(written.map(({ dismissedAt }) => dismissedAt)) + quietAfterDismissal;
  if (at < peace) return held('dismissed', peace);
  const next = latest(written.map((contact) => contact.at)) + apart;
  if (at < next) return held('too-soon', next);
  const today = written.map((contact) => contact.at).filter((then) => at - then < day);
  return today.length < perDay ? null : held('enough-for-a-day', Math.min(...today) + day);
}

/** -∞ when it never was. */
function latest(times: readonly (number | null)[]): number {
  return Math.max(...times.map((time) => time ?? Number.NEGATIVE_INFINITY));
}

function isSameTurn(
  { id, repeat }: Pick<Rule, 'id' | 'repeat'>,
  { by, visit, page }: Contact,
  moment: Moment,
): boolean {
  if (by.kind !== 'rule' || by.rule !== id) return false;
  switch (repeat) {
    case 'page':
      return visit === moment.visit && page === moment.page;
    case 'visit':
      return visit === moment.visit;
    case 'visitor':
      return true;
  }
}
