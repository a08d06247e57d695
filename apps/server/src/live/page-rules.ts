import { overBudget, type TalkFacts, talkOf } from '@vetrina/domain/automation/contact-budget';
import type { VisitorFacts } from '@vetrina/domain/automation/facts';
import { concerns } from '@vetrina/domain/automation/for-page';
import { type KnownContact, waitingGreeting } from '@vetrina/domain/automation/greeting';
import { entitled } from '@vetrina/domain/entitlements';
import type { Face } from '@vetrina/protocol/conversation';
import type { AccountId, AgentId, VisitorId } from '@vetrina/protocol/ids';
import type { PendingMessage } from '@vetrina/protocol/messages/automatic-message';
import type { LiveRule, RuleBook } from '../automation/rule-book.ts';
import { factsOfPerson } from '../automation/visitor-facts.ts';
import type { Clock } from '../platform/clock.ts';
import type { OnSite, Stay } from '../visitors/stay.ts';
import { BACKPRESSURE } from './agent-feed.ts';
import type { BoxStates } from './box-states.ts';
import type { BoxConnection, Boxes } from './boxes.ts';
import type { ConversationMemory } from './conversation-memory.ts';
import { TabRounds } from './tab-rounds.ts';

export interface PageRulesParts {
  readonly clock: Clock;
  readonly onSite: OnSite;
  readonly memory: ConversationMemory;
  readonly boxes: Boxes;
  readonly boxStates: Pick<BoxStates, 'stateFor'>;
  readonly book: RuleBook;
  readonly faceIn: (account: AccountId) => (agent: AgentId) => Face;
}

/** What a page is told: `key` names it, so that the same is not put together twice. */
interface Told {
  readonly key: string;
  readonly rules: readonly LiveRule[];
  /** What else it has to know, as JSON. */
  readonly about: string;
}

const NOTHING: Told = { key: '', rules: [], about: '{}' };
/** Takes away what was told before. */
const NO_RULES =
  '{"type":"rules","rules":[],"visitStartedAt":0,"waitingSince":null,"quietUntil":null,"keptParameters":[]}';

/**
 * A2.2: which rules each page gets, those that can still fire for its visitor, and the automatic message that waits for an
 * answer. Told after the welcome and whenever it is another; an account without rules costs nothing.
 */
export class PageRules {
  readonly #parts: PageRulesParts;
  readonly #rounds: TabRounds;

  constructor(parts: PageRulesParts) {
    this.#parts = parts;
    this.#rounds = new TabRounds(parts.clock, parts.boxes, (tab) => this.#tellRules(tab));
    parts.book.onChange((account) => this.#rounds.begin(account));
  }

  /** After the welcome, which carried the message. */
  greet(tab: BoxConnection): void {
    this.#tellRules(tab);
  }

  /** For the welcome; it is remembered as told. */
  messageFor(tab: BoxConnection): PendingMessage | null {
    const message = this.#messageOf(tab);
    tab.toldMessage = keyOf(message);
    return message;
  }

  /** What one visitor is, was written, or said is otherwise now: told at once, to all tabs. */
  visitorChanged(account: AccountId, visitor: VisitorId): void {
    for (const tab of this.#parts.boxes.tabs(account, visitor)) {
      this.#tellMessage(tab);
      this.#tellRules(tab);
    }
  }

  /** The plan or what is kept of addresses is otherwise: everyone's page is looked at again. */
  changed(account: AccountId): void {
    this.#rounds.begin(account);
  }

  stop(): void {
    this.#rounds.stop();
  }

  #tellRules(tab: BoxConnection): void {
    // One that cannot be told now stays as it was told, and hears at the next change.
    if (tab.socket.bufferedAmount > BACKPRESSURE.skip) return;
    const told = this.#rulesOf(tab);
    if (tab.toldRules === told.key) return;
    tab.toldRules = told.key;
    tab.socket.send(told === NOTHING ? NO_RULES : frameOf(told));
  }

  #rulesOf({ account, visitor }: BoxConnection): Told {
    const { book, onSite, boxStates, clock } = this.#parts;
    const { live, edition } = book.of(account.id);
    if (live.length === 0 || visitor === null || !entitled(account.plan, 'automatic-messages')) return NOTHING;
    const stay = onSite.get(account.id, visitor);
    if (stay === undefined || boxStates.stateFor(account, visitor).state === 'hidden') return NOTHING;
    const now = clock.now();
    const newest = this.#parts.memory.of(account.id).newest.get(visitor) ?? null;
    const { visitStartedAt } = stay.visitor;
    // Whether the team wrote in this visit is asked when a rule is about to write; most never come so far.
    const talk = talkOf(newest, null, { visitStartedAt, at: now });
    const facts = factsOfPerson(stay);
    const mine = live.filter((rule) => canFire(rule, stay, facts, talk));
    if (mine.length === 0) return NOTHING;
    const about = JSON.stringify({
      visitStartedAt,
      waitingSince: talk.waitingSince,
      quietUntil: overBudget(stay.contacts, now)?.until ?? null,
      keptParameters: account.keptQueryParameters,
    });
    return { key: `${edition} ${mine.map(({ place }) => place).join()} ${about}`, rules: mine, about };
  }

  #tellMessage(tab: BoxConnection): void {
    const message = this.#messageOf(tab);
    const key = keyOf(message);
    if (tab.toldMessage === key) return;
    tab.toldMessage = key;
    tab.socket.send(JSON.stringify({ type: 'automatic-message', message }));
  }

  #messageOf({ account, visitor }: BoxConnection): PendingMessage | null {
    const stay = visitor === null ? undefined : this.#parts.onSite.get(account.id, visitor);
    if (stay === undefined || stay.contacts.length === 0 || stay.visitor.blocked) return null;
    const waiting = waitingGreeting(stay.contacts, this.#parts.clock.now());
    return waiting === null ? null : this.#show(account.id, waiting);
  }

  #show(account: AccountId, { greeting, seenAt }: KnownContact): PendingMessage | null {
    // A chatbot that has not said anything yet.
    if (greeting === null || greeting.texts.length === 0) return null;
    const { id, at, sender, texts, replies, asks, opensBox } = greeting;
    const { name, photo } =
      sender.agent === null ? { name: sender.name, photo: null } : this.#parts.faceIn(account)(sender.agent);
    return {
      ...{ id, at, from: { name, photo }, texts: [...texts], opensBox, seen: seenAt !== null },
      ...(replies && { replies: [...replies] }),
      ...(asks && { asks }),
    };
  }
}

const frameOf = ({ rules, about }: Told): string =>
  `{"type":"rules","rules":[${rules.map(({ text }) => text).join()}],${about.slice(1)}`;

const keyOf = (message: PendingMessage | null): string | null =>
  message === null ? null : `${message.id} ${message.seen} ${message.texts.length}`;

/** Could this rule's moment still come for this visitor, as things are? */
function canFire({ rule, times }: LiveRule, stay: Stay, facts: VisitorFacts, talk: TalkFacts): boolean {
  const isWaiting = talk.waitingSince !== null;
  if (talk.isAnswered || isWaiting !== (rule.logic.when.on === 'unanswered')) return false;
  if (hadItsTurn(rule, stay)) return false;
  return concerns(rule.logic, facts, times);
}

/** Once on each page is told by the page, which may show another by then. */
function hadItsTurn({ id, repeat }: LiveRule['rule'], { contacts, visit }: Stay): boolean {
  return (
    repeat !== 'page' &&
    contacts.some(
      (contact) =>
        contact.by.kind === 'rule' && contact.by.rule === id && (repeat === 'visitor' || contact.visit === visit),
    )
  );
}
