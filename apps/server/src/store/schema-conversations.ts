import type { Generated, Selectable } from 'kysely';
import type { Bit, Json } from './column-types.ts';

/** Conversations, their logs, and what is kept beside them so that they are found. */
export interface ConversationTables {
  conversations: ConversationsTable;
  conversation_entries: ConversationEntriesTable;
  conversation_reads: ConversationReadsTable;
  conversation_agents: ConversationAgentsTable;
  conversation_tags: ConversationTagsTable;
}

export interface ConversationsTable {
  account_id: string;
  id: string;
  visitor_id: string;
  state: string;
  started_by: string;
  offline: Bit;
  /** A7: a chatbot answers. */
  automated: Bit;
  group_name: string | null;
  /** In the order in which they came; `conversation_agents` has the same for searching, and who was on it before. */
  agents: Json;
  /** `conversation_tags` has the same for searching. */
  tags: Json;
  last_seq: number;
  last_public_seq: number;
  visitor_messages: number;
  team_messages: number;
  last_message: Json | null;
  waiting_since: number | null;
  visitor_read_seq: number;
  visitor_read_messages: number;
  team_read_seq: number;
  team_read_messages: number;
  rating: number | null;
  created_at: number;
  resolved_at: number | null;
  page_url: string | null;
  page_title: string | null;
}
export type ConversationRow = Selectable<ConversationsTable>;

export interface ConversationEntriesTable {
  account_id: string;
  conversation_id: string;
  seq: number;
  public_seq: number | null;
  /** Made by the sender; unique among all that was said to and by the visitor, so that it tells a repeat. */
  id: string;
  visitor_id: string;
  at: number;
  sender: string;
  /** Which agent or automation; empty for visitor and system. */
  sender_id: string;
  kind: string;
  body: Json;
  /** What a search looks through, folded; null: nothing. */
  folded: string | null;
  recalled: Bit;
}
export type EntryRow = Selectable<ConversationEntriesTable>;

export interface ConversationReadsTable {
  account_id: string;
  agent_id: string;
  conversation_id: string;
  seq: number;
  visitor_messages: number;
}

export interface ConversationAgentsTable {
  account_id: string;
  agent_id: string;
  conversation_id: string;
  /** 0: was on it, and is not any more. */
  here: Generated<Bit>;
}

export interface ConversationTagsTable {
  account_id: string;
  tag_id: string;
  conversation_id: string;
}
