import type { Selectable } from 'kysely';
import type { Bit, Json } from './column-types.ts';

/** Rules, what was written to visitors who had not asked, and chatbots. */
export interface AutomationSchema {
  rules: RulesTable;
  contacts: ContactsTable;
  chatbots: ChatbotsTable;
  bot_talks: BotTalksTable;
  bot_counts: BotCountsTable;
}

export interface RulesTable {
  account_id: string;
  id: string;
  /** The smallest is the first of the account's. */
  position: number;
  is_on: Bit;
  preset: string | null;
  /** `ruleDraft`. */
  draft: Json;
  created_at: number;
  changed_at: number;
}
export type RuleRow = Selectable<RulesTable>;

export interface ContactsTable {
  account_id: string;
  /** Of the message; unique for each visitor. */
  id: string;
  visitor_id: string;
  /** Null: an agent opened the conversation. */
  rule_id: string | null;
  /** What the rule started; null: it wrote by itself. */
  chatbot_id: string | null;
  held_out: Bit;
  visit_id: string | null;
  page_id: string | null;
  at: number;
  /** Null: stands in a conversation from the beginning. */
  greeting: Json | null;
  seen_at: number | null;
  dismissed_at: number | null;
  answered_at: number | null;
  goal_at: number | null;
}
export type ContactRow = Selectable<ContactsTable>;

export interface ChatbotsTable {
  account_id: string;
  id: string;
  name: string;
  /** `flow`. */
  draft: Json;
  /** Kept when it is unpublished: what is under way ends with it. */
  published: Json | null;
  is_published: Bit;
  published_at: number | null;
  created_at: number;
  changed_at: number;
}
export type ChatbotRow = Selectable<ChatbotsTable>;

/** Where a visitor is in a chatbot's flow; one for each visitor, gone when the bot is over. */
export interface BotTalksTable {
  account_id: string;
  visitor_id: string;
  chatbot_id: string;
  /** What the rule wrote, with which it began. */
  contact_id: string;
  conversation_id: string | null;
  /** Up to here the bot has heard what the visitor said in that conversation. */
  heard_seq: number;
  /** `BotState`. */
  state: Json;
  /** `BotPending`; null: nothing but the visitor. */
  pending: Json | null;
}
export type BotTalkRow = Selectable<BotTalksTable>;

export interface BotCountsTable {
  account_id: string;
  chatbot_id: string;
  version: number;
  block_id: string;
  what: string;
  times: number;
}
