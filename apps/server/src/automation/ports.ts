import type { Contact } from '@vetrina/domain/automation/contact-budget';
import type { KnownContact } from '@vetrina/domain/automation/greeting';
import type { PastVisit } from '@vetrina/domain/automation/replay';
import type { BotTurn } from '@vetrina/domain/chatbots/bot-turn';
import type { Conversation } from '@vetrina/domain/conversation';
import type { Step } from '@vetrina/domain/conversation-step';
import type { LiveVisitor } from '@vetrina/domain/live-visitor';
import type { Rule } from '@vetrina/protocol/automation/rule';
import type { RuleEdit, RuleResults, Somebody } from '@vetrina/protocol/http/automation';
import type { AccountId, ChatbotId, MessageId, RuleId, VisitId, VisitorId } from '@vetrina/protocol/ids';
import type { HeldLog, Written } from '../conversations/ports.ts';
import type { VisitorKey } from '../visitors/ports.ts';

/** Somebody on the site, as rules see them. */
export interface PersonHere {
  readonly visitor: LiveVisitor;
  readonly visit: VisitId;
  /** Campaign parameters of the visit's first page. */
  readonly campaign: Readonly<Record<string, string>>;
  /** What was written to them unasked, newest first. */
  readonly contacts: readonly KnownContact[];
}

/** Rules in SQL. A foreign id is answered like an unknown one. */
export interface RuleStore {
  /** In the account's order (A3.4). */
  rules(account: AccountId): Promise<readonly Rule[]>;
  /** Behind all others. Null: the account has `most` already. */
  addRule(account: AccountId, rule: Rule, most: number): Promise<Rule | null>;
  /** Null: no such rule. `changed_meanwhile`: it is not as it was when somebody began to change it. */
  editRule(account: AccountId, id: RuleId, edit: RuleEdit, at: number): Promise<Rule | 'changed_meanwhile' | null>;
  /** No edit: `changedAt` stays. Null: no such rule. */
  switchRule(account: AccountId, id: RuleId, isOn: boolean): Promise<Rule | null>;
  /** False: these are not the account's rules, each once; nothing is changed then. */
  orderRules(account: AccountId, order: readonly RuleId[]): Promise<boolean>;
  /** False: there was none. */
  removeRule(account: AccountId, id: RuleId): Promise<boolean>;
  /** A6, for every rule that ever wrote. */
  results(account: AccountId): Promise<readonly RuleResults[]>;
  /** P: conversations that automation began from `since` on, ms since 1970. */
  automatedConversations(account: AccountId, since: number): Promise<number>;
}

/** How things stand with one visitor while they are held still for one decision. */
export interface ContactStanding {
  /** Those of the last day, and all of the rule that is asked about. */
  readonly contacts: readonly Contact[];
  /** The visitor's newest conversation; null: there is none. */
  readonly current: Conversation | null;
  readonly log: Pick<HeldLog, 'lastAtOfTeam'>;
  /** Conversations that automation began in the account's current month. */
  readonly begunThisMonth: number;
}

/** What was decided: a contact, and perhaps what it says in a conversation that goes on (A8.2). */
export interface Contacting {
  readonly contact: KnownContact;
  readonly step: Step | null;
  /** A7: the chatbot that the rule started; null: it wrote by itself. */
  readonly bot: BotBeginning | null;
}

/** A chatbot after its first turn. */
export interface BotBeginning extends Pick<BotTurn, 'state' | 'pending' | 'counts'> {
  readonly chatbot: ChatbotId;
}

/**
 * What was written to visitors who had not asked (A3). All that concerns one visitor happens one after the other with what
 * `ConversationLog` does, also over several processes.
 */
export interface ContactLog {
  /**
   * Writes to a visitor if `decide` says so, which asks nothing but what it is handed, or answers why it did `not`. Null: no
   * such visitor.
   * @throws what `decide` throws; nothing is changed then
   */
  contact<Not>(
    place: VisitorKey & { readonly rule: RuleId; readonly at: number; readonly monthFrom: number },
    decide: (standing: ContactStanding) => Promise<Contacting | { readonly not: Not }>,
  ): Promise<{ readonly contact: KnownContact; readonly written: Written | null } | { readonly not: Not } | null>;
  /** Some tab showed it: the visitor is auto-messaged from now on (A8). False: no such contact, or seen before. */
  seen(key: VisitorKey, id: MessageId, at: number): Promise<boolean>;
  /** The visitor closed it. False: no such contact, or closed before. */
  dismissed(key: VisitorKey, id: MessageId, at: number): Promise<boolean>;
  reachedGoal(key: VisitorKey, ids: readonly MessageId[], at: number): Promise<void>;
  /** Newest first, at most `LIMITS.contactsKnown`. */
  contactsOf(account: AccountId, visitor: VisitorId): Promise<readonly KnownContact[]>;
}

/** A visit as it was stored, with whose it was. */
export interface StoredPastVisit extends PastVisit {
  readonly somebody: Somebody;
}

/** Where the next chunk begins. */
export interface PastPlace {
  readonly visitor: VisitorId;
  readonly startedAt: number;
}

/** Stored visits, for dry runs. */
export interface PastVisits {
  /** The moment from which on there are at most `most` visits; `from` if there are no more. */
  horizon(account: AccountId, from: number, most: number): Promise<number>;
  /** Begun in the stretch, by visitor and time, `limit` of them from behind `after` on. */
  pastVisits(
    account: AccountId,
    stretch: { readonly from: number; readonly until: number },
    after: PastPlace | null,
    limit: number,
  ): Promise<readonly StoredPastVisit[]>;
}

/** Everything of automation that is in SQL. */
export interface AutomationStore extends RuleStore, ContactLog {}
