import { talkOf, whyHeld } from '@vetrina/domain/automation/contact-budget';
import { decide } from '@vetrina/domain/automation/decide';
import type { RuleFacts } from '@vetrina/domain/automation/facts';
import { firstMoment, type SpannedLogic } from '@vetrina/domain/automation/first-moment';
import type { Greeting, KnownContact } from '@vetrina/domain/automation/greeting';
import { isHeldOut } from '@vetrina/domain/automation/hold-out';
import { monthFrom } from '@vetrina/domain/automation/month';
import type { Conversation } from '@vetrina/domain/conversation';
import { automationSays } from '@vetrina/domain/conversation-messages';
import { type Step, standing } from '@vetrina/domain/conversation-step';
import { limitOf } from '@vetrina/domain/entitlements';
import type { Account } from '@vetrina/protocol/http/account';
import type { Silence } from '@vetrina/protocol/http/automation';
import type { MessageId, PageViewId, VisitId, VisitorId } from '@vetrina/protocol/ids';
import type { Written } from '../conversations/ports.ts';
import type { Ids } from '../platform/ids.ts';
import type { ContactLog, ContactStanding } from './ports.ts';
import type { LiveRule } from './rule-book.ts';

/** What a rule says first. */
export type Opening = Pick<Greeting, 'sender' | 'texts' | 'replies' | 'asks' | 'opensBox'>;

/** A rule whose moment a page says has come, and all that the server knows about it. */
export interface DueRule {
  readonly account: Account;
  readonly visitor: VisitorId;
  readonly visit: VisitId;
  readonly page: PageViewId;
  readonly live: LiveRule;
  readonly facts: RuleFacts;
  /** Null: its chatbot is not there any more. */
  readonly opening: Opening | null;
}

/** What became of it. `until`: not before, ms since 1970; null: not on this page as things are. */
export type Contacted =
  | { readonly came: 'written'; readonly contact: KnownContact; readonly written: Written | null }
  | { readonly came: 'held'; readonly because: Silence | 'not-its-moment'; readonly until: number | null };

const notNow = (because: Extract<Contacted, { came: 'held' }>['because'], until: number | null = null): Contacted => ({
  came: 'held',
  ...{ because, until },
});

/**
 * A2.3: the server decides again with what it knows itself, and writes in one transaction that holds the visitor: of several
 * reports, from whichever tab and process, one becomes a message.
 */
export async function writeToVisitor(
  parts: { readonly log: ContactLog; readonly ids: Pick<Ids, 'message'> },
  due: DueRule,
  at: number,
): Promise<Contacted> {
  const { account, visitor, live, facts } = due;
  const { rule } = live;
  const logic = { ...rule.logic, schedule: { ...rule.logic.schedule, times: live.times } } as SpannedLogic;
  // What only the page knows is left undecided here, and believed: it can cheat nobody but its own visitor.
  if (decide(logic, facts, at).fires === false) return notNow('not-its-moment', firstMoment(logic, facts, at));
  const { opening } = due;
  if (opening === null) return notNow('no-chatbot');
  const place = { account: account.id, visitor, rule: rule.id, at, monthFrom: monthFrom(at) };
  const made = await parts.log.contact(place, async (standings) => {
    const not = await whyNot(due, standings, at);
    return not === null ? contacting(due, opening, standings.current, parts.ids.message(), at) : { not };
  });
  if (made === null) return notNow('not-its-moment');
  if ('not' in made) return made.not;
  return { came: 'written', ...made };
}

/** Null: it may. */
async function whyNot(
  { account, visit, page, live: { rule }, facts }: DueRule,
  { contacts, current, log, begunThisMonth }: ContactStanding,
  at: number,
): Promise<Contacted | null> {
  const talk = talkOf(current, await log.lastAtOfTeam(), { visitStartedAt: facts.visitStartedAt, at });
  const held = whyHeld(rule, contacts, talk, { at, visit, page });
  if (held !== null) return notNow(held.because, held.until);
  const allowed = limitOf(account.plan, 'automated-conversations');
  return begunThisMonth < allowed ? null : notNow('plan-limit');
}

function contacting(
  { visitor, visit, page, live: { rule }, facts }: DueRule,
  opening: Opening,
  current: Conversation | null,
  id: MessageId,
  at: number,
): { readonly contact: KnownContact; readonly step: Step | null } {
  const heldOut = isHeldOut(rule.id, visitor, rule.holdOut);
  const greeting: Greeting = { ...opening, id, at };
  const contact: KnownContact = {
    ...{ id, at, by: { kind: 'rule', rule: rule.id }, heldOut, visit, page, greeting },
    ...{ seenAt: null, dismissedAt: null, answeredAt: null, goalAt: null },
  };
  const isWaitedFor = rule.logic.when.on === 'unanswered' && current !== null && facts.waitingSince != null;
  if (heldOut || !isWaitedFor) return { contact, step: null };
  // A8.2: it stands in their conversation at once, where they are looking.
  const { sender, texts } = opening;
  const said = { sender, body: { kind: 'text', text: texts.join('\n\n') } } as const;
  return {
    contact: { ...contact, greeting: null, seenAt: at },
    step: automationSays(standing(current), { ...said, id, at }),
  };
}
