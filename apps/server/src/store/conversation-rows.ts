import type { Conversation, LogBody, LogEntry, Sender } from '@vetrina/domain/conversation';
import { fold } from '@vetrina/domain/fold';
import type { Rating } from '@vetrina/protocol/conversation';
import type { AgentId, ConversationId, MessageId, TagId, VisitorId } from '@vetrina/protocol/ids';
import type { Insertable } from 'kysely';
import type {
  ConversationEntriesTable,
  ConversationRow,
  ConversationsTable,
  EntryRow,
} from './schema-conversations.ts';

// Ids in the tables were checked when they came in; here they only get their brand back.

export function conversationOf(row: ConversationRow): Conversation {
  return {
    id: row.id as ConversationId,
    visitor: row.visitor_id as VisitorId,
    state: row.state as Conversation['state'],
    startedBy: row.started_by as Conversation['startedBy'],
    offline: row.offline === 1,
    group: row.group_name,
    agents: JSON.parse(row.agents) as AgentId[],
    tags: JSON.parse(row.tags) as TagId[],
    lastSeq: row.last_seq,
    lastPublicSeq: row.last_public_seq,
    visitorMessages: row.visitor_messages,
    teamMessages: row.team_messages,
    lastMessage: row.last_message === null ? null : (JSON.parse(row.last_message) as Conversation['lastMessage']),
    waitingSince: row.waiting_since,
    visitorReadSeq: row.visitor_read_seq,
    visitorReadMessages: row.visitor_read_messages,
    teamReadSeq: row.team_read_seq,
    teamReadMessages: row.team_read_messages,
    rating: row.rating as Rating | null,
    createdAt: row.created_at,
    resolvedAt: row.resolved_at,
    page: row.page_url === null ? null : { url: row.page_url, title: row.page_title ?? '' },
  };
}

export function conversationColumns(account: string, conversation: Conversation): Insertable<ConversationsTable> {
  const { lastMessage, page } = conversation;
  return {
    account_id: account,
    id: conversation.id,
    visitor_id: conversation.visitor,
    state: conversation.state,
    started_by: conversation.startedBy,
    offline: conversation.offline ? 1 : 0,
    group_name: conversation.group,
    agents: JSON.stringify(conversation.agents),
    tags: JSON.stringify(conversation.tags),
    last_seq: conversation.lastSeq,
    last_public_seq: conversation.lastPublicSeq,
    visitor_messages: conversation.visitorMessages,
    team_messages: conversation.teamMessages,
    last_message: lastMessage === null ? null : JSON.stringify(lastMessage),
    waiting_since: conversation.waitingSince,
    visitor_read_seq: conversation.visitorReadSeq,
    visitor_read_messages: conversation.visitorReadMessages,
    team_read_seq: conversation.teamReadSeq,
    team_read_messages: conversation.teamReadMessages,
    rating: conversation.rating,
    created_at: conversation.createdAt,
    resolved_at: conversation.resolvedAt,
    page_url: page?.url ?? null,
    page_title: page?.title ?? null,
  };
}

export function entryOf(row: EntryRow): LogEntry {
  return {
    seq: row.seq,
    publicSeq: row.public_seq,
    id: row.id as MessageId,
    at: row.at,
    sender: senderOf(row),
    body: JSON.parse(row.body) as LogBody,
    recalled: row.recalled === 1,
  };
}

export function entryColumns(
  account: string,
  { id: conversation, visitor }: Conversation,
  { seq, publicSeq, id, at, sender, body, recalled }: LogEntry,
): Insertable<ConversationEntriesTable> {
  return {
    account_id: account,
    conversation_id: conversation,
    visitor_id: visitor,
    ...{ seq, public_seq: publicSeq, id, at, kind: body.kind, body: JSON.stringify(body) },
    ...senderColumns(sender),
    folded: searched(body),
    recalled: recalled ? 1 : 0,
  };
}

export function senderColumns(sender: Sender): Pick<EntryRow, 'sender' | 'sender_id'> {
  switch (sender.who) {
    case 'visitor':
    case 'system':
      return { sender: sender.who, sender_id: '' };
    case 'agent':
      return { sender: 'agent', sender_id: sender.agent };
    case 'automation':
      return sender.agent === null
        ? { sender: 'automation', sender_id: sender.name }
        : { sender: 'automation-as', sender_id: sender.agent };
  }
}

/** A rule or a chatbot under its own name, or (`-as`) under that of somebody of the team. */
export const AUTOMATION = ['automation', 'automation-as'];

function senderOf({ sender, sender_id }: EntryRow): Sender {
  switch (sender as Sender['who'] | 'automation-as') {
    case 'visitor':
      return { who: 'visitor' };
    case 'system':
      return { who: 'system' };
    case 'agent':
      return { who: 'agent', agent: sender_id as AgentId };
    case 'automation':
      return { who: 'automation', name: sender_id, agent: null };
    case 'automation-as':
      return { who: 'automation', name: '', agent: sender_id as AgentId };
  }
}

/** The words of an entry by which its conversation is found. */
function searched(body: LogBody): string | null {
  switch (body.kind) {
    case 'text':
    case 'note':
      return fold(body.text);
    case 'rated':
      return fold(body.comment);
    case 'contact':
      return fold([body.name, body.email, body.phone].filter((part) => part !== null).join(' '));
    default:
      return null;
  }
}
