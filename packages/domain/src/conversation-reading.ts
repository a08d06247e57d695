import type { Conversation } from './conversation.ts';

/** How far one agent has read: everything up to `seq`, among it so many messages of the visitor. */
export interface ReadMark {
  readonly seq: number;
  readonly visitorMessages: number;
}

/** Messages of the visitor that this agent has not read; `mark` null: has read nothing. */
export function unreadByAgent({ visitorMessages }: Conversation, mark: ReadMark | null): number {
  return Math.max(0, visitorMessages - (mark?.visitorMessages ?? 0));
}

/** C2.15: does it hold something that this agent is to read? Not while a chatbot answers. */
export function asksToBeRead(conversation: Conversation, mark: ReadMark | null): boolean {
  return !conversation.automated && unreadByAgent(conversation, mark) > 0;
}

/** Messages of the visitor that somebody of the team is to read, and nobody has; C2.15: none while a chatbot answers. */
export function unreadByTeam({ automated, state, visitorMessages, teamReadMessages }: Conversation): number {
  return automated || state === 'resolved' ? 0 : Math.max(0, visitorMessages - teamReadMessages);
}

/** Messages of the team that the visitor has not read. */
export function unreadByVisitor({ teamMessages, visitorReadMessages }: Conversation): number {
  return Math.max(0, teamMessages - visitorReadMessages);
}

/** The visitor has read up to a public seq, where `teamMessages` messages of the team stand. Marks only go forward. */
export function visitorReads(conversation: Conversation, publicSeq: number, teamMessages: number): Conversation {
  const seq = Math.min(publicSeq, conversation.lastPublicSeq);
  if (seq <= conversation.visitorReadSeq) return conversation;
  return { ...conversation, visitorReadSeq: seq, visitorReadMessages: teamMessages };
}

/** Somebody of the team has read so far; the furthest of them counts. */
export function teamReads(conversation: Conversation, mark: ReadMark): Conversation {
  if (mark.seq <= conversation.teamReadSeq) return conversation;
  return { ...conversation, teamReadSeq: mark.seq, teamReadMessages: mark.visitorMessages };
}

/** C2: the mark of an agent who wants to come back to this: before the visitor's last message, which stands at `lastSeq`. */
export function markBefore({ visitorMessages }: Conversation, lastSeq: number): ReadMark {
  return { seq: lastSeq - 1, visitorMessages: visitorMessages - 1 };
}
