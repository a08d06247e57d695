import type { ConversationSummary } from '@vetrina/protocol/conversation';
import type { AgentId } from '@vetrina/protocol/ids';

/** C2: what can be done to a conversation from its row. */
export interface RowDeeds {
  /** The next step, as the header of the conversation has it. */
  readonly next: 'join' | 'resolve' | null;
  readonly markUnread: boolean;
}

/** N6: the row offers what the conversation's own buttons do. */
export function rowDeeds({ state, agents, automated, unread }: ConversationSummary, me: AgentId | null): RowDeeds {
  if (state === 'resolved') return { next: null, markUnread: false };
  const isMine = agents.some(({ id }) => id === me);
  return { next: isMine || automated ? 'resolve' : 'join', markUnread: unread === 0 && !automated };
}
