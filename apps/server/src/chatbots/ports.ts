import type { KnownContact } from '@vetrina/domain/automation/greeting';
import type { BotState } from '@vetrina/domain/chatbots/bot-state';
import type { BotPending, BotTurn } from '@vetrina/domain/chatbots/bot-turn';
import type { Conversation, LogEntry } from '@vetrina/domain/conversation';
import type { Flow } from '@vetrina/protocol/automation/flow';
import type {
  Chatbot,
  ChatbotDraft,
  ChatbotStatistics,
  ChatbotSummary,
  ModelCall,
  ModelOutcome,
  WebhookCall,
  WebhookOutcome,
} from '@vetrina/protocol/http/chatbots';
import type { AccountId, ChatbotId, ConversationId, MessageId } from '@vetrina/protocol/ids';
import type { Written } from '../conversations/ports.ts';
import type { VisitorKey } from '../visitors/ports.ts';

/** Chatbots in SQL. A foreign id is answered like an unknown one. */
export interface ChatbotStore {
  /** Newest first. */
  chatbots(account: AccountId): Promise<readonly ChatbotSummary[]>;
  chatbot(account: AccountId, id: ChatbotId): Promise<Chatbot | null>;
  /** Null: the account has `most` already. */
  addChatbot(account: AccountId, chatbot: Chatbot, most: number): Promise<Chatbot | null>;
  /** Null: no such chatbot. */
  saveDraft(
    account: AccountId,
    id: ChatbotId,
    draft: ChatbotDraft,
    at: number,
  ): Promise<Chatbot | 'changed_meanwhile' | null>;
  /** The draft of `changedAt` is what visitors talk with from now on. */
  publish(
    account: AccountId,
    id: ChatbotId,
    changedAt: number,
    at: number,
  ): Promise<Chatbot | 'changed_meanwhile' | null>;
  unpublish(account: AccountId, id: ChatbotId): Promise<Chatbot | null>;
  /** Its talks end; what it said and counted stays. False: there was none. */
  removeChatbot(account: AccountId, id: ChatbotId): Promise<boolean>;
  /** Since it was last published. Null: no such chatbot. */
  chatbotStatistics(account: AccountId, id: ChatbotId): Promise<ChatbotStatistics | null>;
}

/** Where a visitor is with a bot. */
export interface BotTalk {
  readonly chatbot: ChatbotId;
  /** What the rule wrote, with which it began. */
  readonly contact: MessageId;
  /** The conversation in which it goes on, and up to where the bot has heard the visitor in it; null: none was there. */
  readonly conversation: ConversationId | null;
  readonly heardSeq: number;
  readonly state: BotState;
  readonly pending: BotPending | null;
}

/** How things stand while a visitor is held still for a bot's turn. */
export interface BotStanding {
  readonly talk: BotTalk;
  /** What was published last, and the bot's name; null: it is gone. */
  readonly chatbot: { readonly name: string; readonly flow: Flow } | null;
  /** The visitor's newest conversation. */
  readonly current: Conversation | null;
  /** With its greeting, while that waits for an answer. */
  readonly contact: KnownContact | null;
  /** What the visitor said in it that the bot has not heard, in order. */
  readonly unheard: readonly LogEntry[];
}

/** What was saved of a bot's turn. */
export interface BotTurned {
  readonly turn: BotTurn;
  readonly written: Written | null;
  /** The greeting is otherwise now. */
  readonly contact: KnownContact | null;
}

/** Talks between bots and visitors. What concerns one visitor happens one after the other with what conversations do. */
export interface BotTalkLog {
  /**
   * Lets a bot act once `decide` says how, which asks nothing but what it is handed. Null: there is no talk, or nothing was to
   * be done. A talk whose turn is over is gone.
   */
  turn(key: VisitorKey, decide: (standing: BotStanding) => BotTurn | null): Promise<BotTurned | null>;
  /** What is to be gone on with after a restart: whatever waits for the outside, and (null) who said what was not heard yet. */
  waitingTalks(): Promise<readonly (VisitorKey & { readonly pending: BotPending | null })[]>;
}

/** Everything of chatbots that is in SQL. */
export interface ChatbotRecords extends ChatbotStore, BotTalkLog {}

/** Asks somebody else's server (A7). Never rejects: what goes wrong is an outcome. */
export interface Webhooks {
  call(request: WebhookCall): Promise<WebhookOutcome>;
}

/** The operator's language model. Never rejects. */
export interface LanguageModel {
  /** False: none is configured. */
  readonly isOn: boolean;
  ask(request: ModelCall): Promise<ModelOutcome>;
}
