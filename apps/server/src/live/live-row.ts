import type { Conversation } from '@vetrina/domain/conversation';
import { unreadByTeam } from '@vetrina/domain/conversation-reading';
import type { Chat, LiveVisitor } from '@vetrina/domain/live-visitor';
import type { Face } from '@vetrina/protocol/conversation';
import type { AgentId } from '@vetrina/protocol/ids';

/** What the row shows of a visitor's newest conversation (V2, V3). */
export type ChatFacts = Pick<LiveVisitor, 'chat' | 'unread' | 'lastMessage' | 'agents'>;

/** How the row stands after this conversation; `face` names its agents. */
export function chatFactsOf(conversation: Conversation, face: (agent: AgentId) => Face): ChatFacts {
  const { lastMessage } = conversation;
  const resolved = conversation.state === 'resolved';
  return {
    chat: chatOf(conversation),
    unread: unreadByTeam(conversation),
    lastMessage: lastMessage === null ? null : { text: lastMessage.text, at: lastMessage.at },
    agents: resolved ? [] : conversation.agents.map(face).map(({ id, name }) => ({ id, name })),
  };
}

/** New: wrote, and nobody of the team is on it. */
function chatOf({ state, waitingSince, lastMessage, createdAt }: Conversation): Chat {
  switch (state) {
    case 'resolved':
      return { state: 'none' };
    case 'new':
      return waitingSince === null ? { state: 'none' } : { state: 'waiting', since: waitingSince };
    case 'open':
      return { state: 'chatting', lastMessageAt: lastMessage?.at ?? createdAt };
  }
}
