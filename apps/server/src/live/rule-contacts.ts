import { talkOf } from '@vetrina/domain/automation/contact-budget';
import type { RuleFacts } from '@vetrina/domain/automation/facts';
import { reachesGoal } from '@vetrina/domain/automation/goal';
import type { KnownContact } from '@vetrina/domain/automation/greeting';
import { answeredBy } from '@vetrina/domain/automation/greeting';
import type { BotPending } from '@vetrina/domain/chatbots/bot-turn';
import { endsGreeting, isAnswer } from '@vetrina/domain/conversation-messages';
import { entitled } from '@vetrina/domain/entitlements';
import type { RuleAction } from '@vetrina/protocol/automation/rule';
import type { Account } from '@vetrina/protocol/http/account';
import { LIMITS } from '@vetrina/protocol/limits';
import type {
  AutomaticMessageClosed,
  AutomaticMessageSeen,
  RuleDue,
  RuleHeld,
} from '@vetrina/protocol/messages/automatic-message';
import type { ContactLog } from '../automation/ports.ts';
import type { RuleBook } from '../automation/rule-book.ts';
import { factsOfPerson } from '../automation/visitor-facts.ts';
import { type Contacted, type Opening, writeToVisitor } from '../automation/write-to-visitor.ts';
import type { ConversationChange } from '../conversations/changes.ts';
import { changeOf } from '../conversations/settle.ts';
import type { Clock } from '../platform/clock.ts';
import type { Counters } from '../platform/counters.ts';
import type { Ids } from '../platform/ids.ts';
import { alter, type VisitorChange } from '../visitors/changes.ts';
import type { VisitorKey } from '../visitors/ports.ts';
import type { OnSite, OpenTab, Stay } from '../visitors/stay.ts';
import type { BoxStates } from './box-states.ts';
import type { ConversationMemory } from './conversation-memory.ts';
import type { PageRules } from './page-rules.ts';
import type { SayLimits } from './say-limits.ts';
import type { Settlement } from './settlement.ts';
import type { Tab } from './visitor-intake.ts';

export interface RuleContactsParts {
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'message'>;
  readonly log: ContactLog;
  readonly book: RuleBook;
  readonly onSite: OnSite;
  readonly memory: ConversationMemory;
  readonly boxStates: Pick<BoxStates, 'stateFor'>;
  readonly pages: PageRules;
  readonly counters: Counters;
  readonly settlement: Settlement;
  readonly limits: SayLimits;
  /** What an action says first to this visitor; null: its chatbot is not there any more. */
  readonly opening: (account: Account, action: RuleAction, stay: Stay) => Promise<Opening | null>;
  /** A7: a chatbot was started, and waits for something from outside. */
  readonly talkBegan: (key: VisitorKey, pending: BotPending | null) => void;
  readonly visitorChanged: (change: VisitorChange) => void;
  readonly failed: (reason: unknown) => void;
}

/** A page that reported before the server knew its page view asks again after this, ms. */
const SOON = 2_000;

/** What pages report of rules and of what these wrote, one method per frame. The tab was admitted; methods throw `Refusal`. */
export class RuleContacts {
  readonly #parts: RuleContactsParts;

  constructor(parts: RuleContactsParts) {
    this.#parts = parts;
  }

  /** A2.3. Null: it was written, and all tabs are told. */
  async due(tab: Tab, { rule: id, page }: RuleDue): Promise<RuleHeld | null> {
    const { limits, clock, settlement } = this.#parts;
    limits.countRule(tab.visitor);
    const held = (until: number | null): RuleHeld => ({ type: 'rule-held', rule: id, until });
    const live = this.#parts.book.of(tab.account.id).live.find(({ rule }) => rule.id === id);
    const stay = this.#parts.onSite.get(tab.account.id, tab.visitor);
    const open = stay?.tabs.find((one) => one.id === tab.id);
    if (live === undefined || stay === undefined || open === undefined) return held(null);
    if (!entitled(tab.account.plan, 'automatic-messages') || stay.visitor.blocked) return held(null);
    if (open.page.id !== page) return held(clock.now() + SOON);
    const { account, visitor } = tab;
    const { contacted, pending } = await settlement.act(visitor, async () => {
      const at = clock.now();
      const opening = await this.#parts.opening(account, live.rule.action, stay);
      const facts = this.#factsOf(account, stay, open, at);
      const due = { account, visitor, visit: stay.visit, page: open.page.savedAs, live, facts, opening };
      const contacted = await writeToVisitor(this.#parts, due, at);
      const written = contacted.came === 'written' ? contacted.written : null;
      const pending = opening?.bot?.pending ?? null;
      return { contacted, pending, change: written === null ? null : changeOf(account.id, written, at) };
    });
    if (contacted.came === 'written' && !contacted.contact.heldOut)
      this.#parts.talkBegan({ account: account.id, visitor }, pending);
    return this.#settle(stay, contacted, held);
  }

  /** A8: shown on some tab: from this moment the visitor is auto-messaged. */
  async seen(tab: Tab, { id }: AutomaticMessageSeen): Promise<void> {
    const { log, clock } = this.#parts;
    const stay = this.#stayBefore(tab, id, 'seenAt');
    const at = clock.now();
    if (stay === null || !(await log.seen({ account: tab.account.id, visitor: tab.visitor }, id, at))) return;
    this.#mark(stay, id, { seenAt: at });
    this.#autoMessaged(stay, at);
  }

  /** A3: closed unanswered, on every tab. */
  async closed(tab: Tab, { id }: AutomaticMessageClosed): Promise<void> {
    const { log, clock } = this.#parts;
    const stay = this.#stayBefore(tab, id, 'dismissedAt');
    const at = clock.now();
    if (stay === null || !(await log.dismissed({ account: tab.account.id, visitor: tab.visitor }, id, at))) return;
    this.#mark(stay, id, { dismissedAt: at });
  }

  /** A6: is the page that was opened what a rule wanted? */
  pageViewed({ account, visitor: { id: visitor }, at, url }: Extract<VisitorChange, { kind: 'page-viewed' }>): void {
    const stay = this.#parts.onSite.get(account, visitor);
    if (stay === undefined || stay.contacts.length === 0) return;
    const goals = new Map(this.#parts.book.of(account).rules.map(({ id, goal }) => [id, goal]));
    const reached = stay.contacts.filter(
      (contact) => contact.by.kind === 'rule' && reachesGoal(contact, goals.get(contact.by.rule) ?? null, url, at),
    );
    if (reached.length === 0) return;
    const ids = reached.map(({ id }) => id);
    stay.contacts = stay.contacts.map((contact) => (ids.includes(contact.id) ? { ...contact, goalAt: at } : contact));
    this.#parts.log.reachedGoal({ account, visitor }, ids, at).catch(this.#parts.failed);
  }

  /** The conversation is otherwise: a greeting stands in it now, the visitor answered, an agent wrote unasked. */
  conversationChanged({ account, conversation: { visitor }, entries, contact }: ConversationChange): void {
    const stay = this.#parts.onSite.get(account, visitor);
    if (stay === undefined) return;
    let { contacts } = stay;
    if (entries.some(endsGreeting))
      contacts = contacts.map((each) => (each.greeting === null ? each : { ...each, greeting: null }));
    const said = entries.findLast(isAnswer);
    if (said !== undefined) contacts = [...answeredBy(contacts, said.at)];
    if (contact !== null) contacts = withContact(contacts, contact);
    stay.contacts = contacts;
    this.#parts.pages.visitorChanged(account, visitor);
  }

  /** A7: a chatbot said more before the visitor has answered anything. */
  greetingChanged({ account, visitor }: VisitorKey, contact: KnownContact): void {
    const stay = this.#parts.onSite.get(account, visitor);
    if (stay === undefined) return;
    this.#mark(stay, contact.id, { greeting: contact.greeting });
  }

  #settle(stay: Stay, contacted: Contacted, held: (until: number | null) => RuleHeld): RuleHeld | null {
    this.#parts.counters.count('rules_due', labelOf(contacted));
    if (contacted.came === 'held') return held(contacted.until);
    const { contact } = contacted;
    stay.contacts = withContact(stay.contacts, contact);
    if (contact.seenAt !== null) this.#autoMessaged(stay, contact.seenAt);
    this.#parts.pages.visitorChanged(stay.account, stay.visitor.id);
    return null;
  }

  #factsOf(account: Account, stay: Stay, { page }: OpenTab, at: number): RuleFacts {
    const { memory, boxStates } = this.#parts;
    const newest = memory.of(account.id).newest.get(stay.visitor.id) ?? null;
    const { visitStartedAt } = stay.visitor;
    const { waitingSince } = talkOf(newest, null, { visitStartedAt, at });
    return {
      visitor: factsOfPerson(stay),
      visitStartedAt,
      page: {
        ...{ address: page.url, title: page.title, openedAt: page.openedAt ?? undefined },
        ...{ scrolled: undefined, leavingAt: undefined, events: undefined },
      },
      chatOpenedAt: undefined,
      waitingSince,
      teamIsThere: boxStates.stateFor(account, stay.visitor.id).state === 'online',
    };
  }

  /** Null: no rule wrote it, or this has happened to it before. A page that says so all the time asks the database nothing. */
  #stayBefore(tab: Tab, id: KnownContact['id'], what: 'seenAt' | 'dismissedAt'): Stay | null {
    const stay = this.#parts.onSite.get(tab.account.id, tab.visitor);
    const contact = stay?.contacts.find((one) => one.id === id);
    return stay !== undefined && contact?.by.kind === 'rule' && contact[what] === null ? stay : null;
  }

  #mark(stay: Stay, id: KnownContact['id'], facts: Partial<KnownContact>): void {
    stay.contacts = stay.contacts.map((contact) => (contact.id === id ? { ...contact, ...facts } : contact));
    this.#parts.pages.visitorChanged(stay.account, stay.visitor.id);
  }

  #autoMessaged(stay: Stay, at: number): void {
    if (stay.visitor.autoMessaged) return;
    const visitor = alter(stay, { autoMessaged: true });
    this.#parts.visitorChanged({ kind: 'auto-messaged', account: stay.account, visitor, at });
  }
}

/** Newest first, and no more than an arrival brings. What is known already has been gone on with since, and stays as it is. */
function withContact(contacts: readonly KnownContact[], contact: KnownContact): readonly KnownContact[] {
  if (contacts.some(({ id }) => id === contact.id)) return contacts;
  return [contact, ...contacts].slice(0, LIMITS.contactsKnown);
}

function labelOf(contacted: Contacted): string {
  if (contacted.came === 'held') return contacted.because;
  return contacted.contact.heldOut ? 'held-out' : 'written';
}
