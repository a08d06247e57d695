import type { Conversation, LogEntry } from '@vetrina/domain/conversation';
import { excerpt, isMessage } from '@vetrina/domain/conversation-messages';
import { seesConversation } from '@vetrina/domain/conversation-sight';
import type { AgentId } from '@vetrina/protocol/ids';
import type { Notice } from '@vetrina/protocol/messages/inbox';
import type { Actor } from '../accounts/ports.ts';
import type { ConversationChange } from '../conversations/changes.ts';

/** Something that some agents want to hear of (C8), and who they are. */
export interface Heard {
  readonly because: Notice['because'];
  readonly text: string;
  readonly at: number;
  readonly concerns: (agent: Pick<Actor, 'agent' | 'groups'>) => boolean;
}

/**
 * What agents are to be told about a change: a new conversation everyone who may see it, a new message those who are on the
 * conversation, or, while none of them is online, everyone who may see it; an assignment whom it was given to. Nobody is told
 * of what they did themselves.
 */
export function noticesOf(
  { entries, before, conversation }: ConversationChange,
  isOnline: (agent: AgentId) => boolean,
): readonly Heard[] {
  return entries.flatMap((entry) => noticeOf(entry, before, conversation, isOnline) ?? []);
}

function noticeOf(
  entry: LogEntry,
  before: Conversation | null,
  conversation: Conversation,
  isOnline: (agent: AgentId) => boolean,
): Heard | null {
  const { sender, body, at } = entry;
  const by = sender.who === 'agent' ? sender.agent : null;
  const others = (agent: AgentId) => agent !== by;
  if (body.kind === 'assigned') {
    return { because: 'assigned', text: '', at, concerns: ({ agent }) => agent === body.agent && others(agent) };
  }
  if (body.kind === 'transferred') {
    const { to } = body;
    if (to.to === 'agent') {
      return { because: 'assigned', text: '', at, concerns: ({ agent }) => agent === to.agent && others(agent) };
    }
    return {
      because: 'new-conversation',
      text: conversation.lastMessage?.text ?? '',
      at,
      concerns: (agent) => others(agent.agent) && seesConversation(agent, conversation),
    };
  }
  // A chatbot answers: nobody else has to.
  if (sender.who !== 'visitor' || !isMessage(entry) || conversation.automated) return null;
  const text = excerpt(entry.body);
  const isNew = before === null || before.visitorMessages === 0 || before.state === 'resolved';
  if (isNew && conversation.agents.length === 0) {
    return { because: 'new-conversation', text, at, concerns: (agent) => seesConversation(agent, conversation) };
  }
  const someoneIsHere = conversation.agents.some(isOnline);
  return {
    ...{ because: 'new-message', text, at },
    concerns: (agent) =>
      someoneIsHere ? conversation.agents.includes(agent.agent) : seesConversation(agent, conversation),
  };
}
