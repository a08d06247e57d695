import type { Selectable } from 'kysely';
import type { Bit, Json } from './column-types.ts';

/** Rules, and what was written to visitors who had not asked. */
export interface AutomationSchema {
  rules: RulesTable;
  contacts: ContactsTable;
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
