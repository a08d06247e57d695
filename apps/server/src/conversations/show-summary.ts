import type { Conversation } from '@vetrina/domain/conversation';
import { type ReadMark, unreadByAgent } from '@vetrina/domain/conversation-reading';
import type { ConversationSummary, Face } from '@vetrina/protocol/conversation';
import type { AgentId } from '@vetrina/protocol/ids';

/** Who the visitor is and what they do now. */
export type SummaryVisitor = ConversationSummary['visitor'];

/** A conversation as a row of the inbox, for one agent (C2). `mark` null: that agent has read nothing of it. */
export function showSummary(
  conversation: Conversation,
  visitor: SummaryVisitor,
  mark: ReadMark | null,
  face: (agent: AgentId) => Face,
): ConversationSummary {
  const { id, state, startedBy, offline, automated, group, lastSeq, lastMessage, waitingSince } = conversation;
  const { rating, createdAt, resolvedAt, page } = conversation;
  return {
    ...{ id, visitor, state, startedBy, offline, automated, group, lastSeq, lastMessage, waitingSince },
    ...{ rating, createdAt, resolvedAt, page },
    agents: conversation.agents.map(face),
    tags: [...conversation.tags],
    unread: unreadByAgent(conversation, mark),
  };
}
