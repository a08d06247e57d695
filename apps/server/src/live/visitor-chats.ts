import type { Conversation, LogEntry } from '@vetrina/domain/conversation';
import { unreadByVisitor } from '@vetrina/domain/conversation-reading';
import { isOver } from '@vetrina/domain/conversation-step';
import { maskCards } from '@vetrina/domain/mask-cards';
import type { PublicEntry } from '@vetrina/protocol/conversation';
import type { Account } from '@vetrina/protocol/http/account';
import type { AgentId, VisitorId } from '@vetrina/protocol/ids';
import type {
  AskTranscript,
  Chat,
  ChatHistory,
  ChatPosition,
  ContactForm,
  OlderChat,
  Rate,
  ResumeChat,
} from '@vetrina/protocol/messages/chat';
import type { VisitorRead } from '@vetrina/protocol/messages/read';
import type { Said, VisitorSay } from '@vetrina/protocol/messages/say';
import type { VisitorTyping } from '@vetrina/protocol/messages/typing';
import { markReadByVisitor } from '../conversations/mark-read.ts';
import type { ConversationStore } from '../conversations/ports.ts';
import { rateConversation } from '../conversations/rate-conversation.ts';
import { olderForVisitor, tailForVisitor } from '../conversations/read-log.ts';
import { recordContact } from '../conversations/record-contact.ts';
import { recordTranscriptWish } from '../conversations/record-transcript.ts';
import { type SpeakingVisitor, type VisitorSaysParts, visitorSays } from '../conversations/visitor-says.ts';
import type { MailWishes } from '../mail/ports.ts';
import { countedAs, isOwnMachine } from '../platform/client-ip.ts';
import type { Clock } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import type { OnSite, Stay } from '../visitors/stay.ts';
import type { BoxStates } from './box-states.ts';
import type { ConversationMemory } from './conversation-memory.ts';
import type { SayLimits } from './say-limits.ts';
import type { Settlement } from './settlement.ts';
import type { ShownEntries } from './shown-entries.ts';
import { teamReadPublicSeq } from './team-marks.ts';
import type { TeamPresence } from './team-presence.ts';
import { Turns } from './turns.ts';
import type { Typing } from './typing.ts';
import type { Tab } from './visitor-intake.ts';

export interface VisitorChatsParts {
  readonly clock: Clock;
  readonly store: ConversationStore;
  readonly says: VisitorSaysParts;
  readonly onSite: OnSite;
  readonly memory: ConversationMemory;
  readonly settlement: Settlement;
  readonly shown: ShownEntries;
  readonly typing: Typing;
  readonly limits: SayLimits;
  readonly boxStates: Pick<BoxStates, 'stateFor'>;
  readonly team: Pick<TeamPresence, 'isOnline'>;
  readonly mail: { readonly isOn: boolean; readonly wishes: MailWishes };
  /** The contact form said who this is: saved when it resolves. */
  readonly identify: (stay: Stay, form: ContactForm) => Promise<void>;
}

/** What chat boxes do, one method per frame. The tab was admitted; every method throws `Refusal`. */
export class VisitorChats {
  readonly #parts: VisitorChatsParts;
  readonly #readings = new Turns<VisitorId>();

  constructor(parts: VisitorChatsParts) {
    this.#parts = parts;
  }

  /** Where the visitor's conversation stands, for the welcome. From memory: it was recalled with the admission. */
  position(account: Account, visitor: VisitorId): ChatPosition | null {
    const newest = this.#parts.memory.of(account.id).newest.get(visitor);
    return newest === undefined ? null : positionOf(newest);
  }

  /** C3. Resolves after the commit. */
  async say(tab: Tab, { id, saying }: VisitorSay): Promise<Said> {
    const { clock, says, limits, settlement, boxStates, team } = this.#parts;
    limits.countSaying(tab.visitor);
    const stay = this.#demandStay(tab);
    this.#countBeginning(stay);
    const offline = boxStates.stateFor(tab.account, tab.visitor).state !== 'online';
    const { mustAgree } = tab.account.box.privacy;
    const isOnline = (agent: AgentId) => team.isOnline(stay.account, agent);
    const { conversation, publicSeq, at } = await settlement.say(tab.visitor, () =>
      visitorSays(says, speakerOf(stay, tab), { id, saying, offline, mustAgree, isOnline }, clock.now()),
    );
    return { type: 'said', id, conversation, seq: publicSeq ?? 0, at };
  }

  typing(tab: Tab, { text }: VisitorTyping): void {
    const stay = this.#demandStay(tab);
    if (stay.visitor.blocked) return;
    const visible = text !== null && tab.account.box.typingPreview ? maskCards(text) : '';
    this.#parts.typing.visitorTypes(tab.account.id, tab.visitor, text === null ? null : visible);
  }

  async read(tab: Tab, { conversation, seq }: VisitorRead): Promise<void> {
    const { clock, store, memory, settlement } = this.#parts;
    const newest = memory.of(tab.account.id).newest.get(tab.visitor);
    // Nothing new by it: not worth a transaction.
    if (newest === undefined || seq <= newest.visitorReadSeq) return;
    // What was read of an older one says nothing of the one that has begun since.
    if (conversation !== undefined && conversation !== newest.id) return;
    const place = { account: tab.account.id, visitor: tab.visitor };
    await settlement.change(tab.visitor, () => markReadByVisitor({ log: store }, place, seq, clock.now()));
  }

  /** C3. */
  resume(tab: Tab, asked: ResumeChat): Promise<Chat> {
    return this.#inTurn(tab, () => this.#resume(tab, asked));
  }

  older(tab: Tab, asked: OlderChat): Promise<ChatHistory> {
    return this.#inTurn(tab, () => this.#older(tab, asked));
  }

  /** One stretch of the log at a time is in memory for each visitor: a page that asks for twenty gets them one by one. */
  async #inTurn<Answer>(tab: Tab, read: () => Promise<Answer>): Promise<Answer> {
    this.#parts.limits.countReading(tab.visitor);
    return this.#readings.run(tab.visitor, read);
  }

  async #resume(tab: Tab, { conversation: knows, after }: ResumeChat): Promise<Chat> {
    const { store, shown } = this.#parts;
    if (this.#demandStay(tab).visitor.blocked) throw new Refusal('blocked');
    const account = tab.account.id;
    const tail = await tailForVisitor({ store }, { account, visitor: tab.visitor }, { knows, after });
    if (tail === null) return NO_CHAT;
    const { conversation, follows, entries } = tail;
    const faceOf = await shown.faces(account);
    return {
      type: 'chat',
      position: positionOf(conversation),
      follows,
      entries: await this.#show(account, entries),
      marks: {
        visitor: conversation.visitorReadSeq,
        team: await teamReadPublicSeq(store, account, conversation),
      },
      state: conversation.state,
      agents: conversation.agents.map(faceOf),
      rating: conversation.rating,
    };
  }

  async #older(tab: Tab, { conversation, before }: OlderChat): Promise<ChatHistory> {
    if (this.#demandStay(tab).visitor.blocked) throw new Refusal('blocked');
    const place = { account: tab.account.id, visitor: tab.visitor };
    const entries = await olderForVisitor({ store: this.#parts.store }, place, { conversation, before });
    return { type: 'chat-history', conversation, entries: await this.#show(tab.account.id, entries) };
  }

  /** I2, C5: the visitor is a customer from now on, and the conversation says what the form said. */
  async contact(tab: Tab, form: ContactForm): Promise<void> {
    const { clock, says, limits, settlement, boxStates } = this.#parts;
    if (tab.account.box.privacy.mustAgree && !form.consent) throw new Refusal('consent_required');
    limits.countSaying(tab.visitor);
    const stay = this.#demandStay(tab);
    this.#countBeginning(stay);
    const speaker = speakerOf(stay, tab);
    const offline = boxStates.stateFor(tab.account, tab.visitor).state !== 'online';
    await settlement.say(tab.visitor, () => recordContact(says, speaker, { ...form, offline }, clock.now()));
    // Also for a repeat: the first may have been cut off between the two.
    await this.#parts.identify(stay, form);
  }

  async rate(tab: Tab, { id, value, comment }: Rate): Promise<void> {
    const { clock, says, settlement, limits } = this.#parts;
    limits.countSaying(tab.visitor);
    const speaker = speakerOf(this.#demandStay(tab), tab);
    await settlement.say(tab.visitor, () =>
      rateConversation(says, tab.account, speaker, { id, value, comment }, clock.now()),
    );
  }

  /** C4: the conversation by e-mail; the e-mails react to the entry. */
  async transcript(tab: Tab, { id, email }: AskTranscript): Promise<void> {
    const { clock, says, settlement, limits, mail } = this.#parts;
    if (!mail.isOn) throw new Refusal('mail_off');
    if (!tab.account.box.transcript) throw new Refusal('forbidden');
    limits.countSaying(tab.visitor);
    const stay = this.#demandStay(tab);
    const { peerIp } = stay;
    mail.wishes.count(isOwnMachine(peerIp) ? tab.visitor : countedAs(peerIp), email, tab.account.id);
    const speaker = speakerOf(stay, tab);
    await settlement.say(tab.visitor, () => recordTranscriptWish(says, speaker, { id, email }, clock.now()));
  }

  /** C7, as of now. */
  isBlocked(tab: Tab): boolean {
    return this.#demandStay(tab).visitor.blocked;
  }

  /** The IP address of the visit, for counting. */
  addressOf(tab: Tab): string {
    return this.#demandStay(tab).peerIp;
  }

  /** @throws Refusal `not_ready`: the visit ended meanwhile, and the page is about to say hello again */
  #demandStay(tab: Tab): Stay {
    const stay = this.#parts.onSite.get(tab.account.id, tab.visitor);
    if (stay === undefined) throw new Refusal('not_ready');
    return stay;
  }

  #countBeginning(stay: Stay): void {
    const { memory, limits, clock } = this.#parts;
    const newest = memory.of(stay.account).newest.get(stay.visitor.id) ?? null;
    if (isOver(newest, clock.now())) limits.countBeginning(stay.peerIp);
  }

  async #show(account: Account['id'], entries: readonly LogEntry[]): Promise<PublicEntry[]> {
    return this.#parts.shown.forVisitor(entries, await this.#parts.shown.lookUp(account, entries));
  }
}

const NO_CHAT: Chat = {
  type: 'chat',
  position: null,
  follows: false,
  entries: [],
  marks: { visitor: 0, team: 0 },
  state: 'none',
  agents: [],
  rating: null,
};

export function positionOf(conversation: Conversation): ChatPosition {
  const { id, lastPublicSeq } = conversation;
  return { conversation: id, lastSeq: lastPublicSeq, unread: unreadByVisitor(conversation) };
}

function speakerOf({ account, visitor, tabs }: Stay, tab: Tab): SpeakingVisitor {
  const page = tabs.find(({ id }) => id === tab.id)?.page ?? visitor.page;
  const { id, blocked, group } = visitor;
  return { account, visitor: id, blocked, group, page: { url: page.url, title: page.title } };
}
