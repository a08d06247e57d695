import type { KnownContact } from '@vetrina/domain/automation/greeting';
import type { Conversation, LogEntry } from '@vetrina/domain/conversation';
import type { AccountId, AgentId } from '@vetrina/protocol/ids';

/**
 * What the functions of this folder answer: what became different, after the commit. Nothing reacts here; `live/` has the
 * one table that says who does.
 */
export interface ConversationChange {
  readonly account: AccountId;
  readonly at: number;
  /** As it is after the change. */
  readonly conversation: Conversation;
  /** As it was before; null: it is new. */
  readonly before: Conversation | null;
  /** What was added to the log, in order; empty when only marks, tags or the group changed. */
  readonly entries: readonly LogEntry[];
  /** A3: what was written to somebody who had not asked. */
  readonly contact: KnownContact | null;
  /** Whose own read mark moved, and which messages of the visitor it covers. */
  readonly readBy: { readonly agent: AgentId; readonly seq: number; readonly visitorMessages: number } | null;
}
