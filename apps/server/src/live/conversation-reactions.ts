import type { LogBody } from '@vetrina/domain/conversation';
import type { ConversationChange } from '../conversations/changes.ts';
import type { Shown } from '../conversations/show-entry.ts';
import type { TypingChange } from './typing.ts';

/**
 * Who can react to a change of a conversation. `row`: the visitor's live row. `inbox`: windows and counts. `followers`:
 * screens that show the conversation. `boxes`: all tabs of its visitor. `typing`, `claims`: who has said it is no longer
 * writing it. `notices`: agents who want to hear of it. `push`: their phones. `mail`: e-mails about what nobody answers, and transcripts. `rules`: the
 * automatic messages that may still come, and the one that waits for an answer. `bots`: a chatbot that answers hears what was said,
 * or that it is over.
 */
export type ConversationReactor =
  | 'row'
  | 'inbox'
  | 'followers'
  | 'boxes'
  | 'typing'
  | 'claims'
  | 'notices'
  | 'push'
  | 'mail'
  | 'rules'
  | 'bots';

/** An entry of this kind was added; or a read mark moved; or another answers, a bot or the team; or facts without an entry (tags) are others. */
type What = LogBody['kind'] | 'read' | 'automated' | 'relabelled';

const MESSAGE = [
  'typing',
  'claims',
  'row',
  'inbox',
  'followers',
  'boxes',
  'rules',
  'bots',
  'notices',
  'push',
  'mail',
] as const;

/** THE second table: what happens after what. Nothing else in the server reacts to conversations. */
export const CONVERSATION_REACTIONS: Readonly<Record<What, readonly ConversationReactor[]>> = {
  text: MESSAGE,
  file: MESSAGE,
  note: ['inbox', 'followers'],
  joined: ['row', 'inbox', 'followers', 'boxes', 'rules', 'bots'],
  left: ['row', 'inbox', 'followers', 'boxes', 'rules', 'bots'],
  assigned: ['row', 'inbox', 'followers', 'boxes', 'rules', 'bots', 'notices', 'push'],
  unassigned: ['row', 'inbox', 'followers', 'boxes', 'rules', 'bots'],
  transferred: ['row', 'inbox', 'followers', 'boxes', 'rules', 'bots', 'notices', 'push', 'mail'],
  resolved: ['row', 'inbox', 'followers', 'boxes', 'rules', 'bots'],
  reopened: ['row', 'inbox', 'followers', 'boxes', 'rules', 'bots'],
  rated: ['inbox', 'followers', 'boxes'],
  recalled: ['row', 'inbox', 'followers', 'boxes'],
  contact: ['row', 'inbox', 'followers', 'boxes', 'rules', 'bots', 'mail'],
  'transcript-sent': ['inbox', 'followers', 'mail'],
  read: ['row', 'inbox', 'followers', 'boxes'],
  automated: ['row', 'inbox', 'followers', 'rules', 'bots'],
  relabelled: ['inbox', 'followers'],
};

/** A change with what its showing needs, looked up once for everybody. */
export interface ShownChange extends ConversationChange {
  readonly shown: Shown;
  /** The public seq up to which the team has read. */
  readonly teamReadPublicSeq: number;
}

export type ConversationReactions = Readonly<Record<ConversationReactor, (change: ShownChange) => void>>;

/** Each reactor once, in the order in which the table names them first. */
export function reactToConversation(reactions: ConversationReactions, change: ShownChange): void {
  const reactors = new Set(whatChanged(change).flatMap((what) => CONVERSATION_REACTIONS[what]));
  for (const reactor of reactors) reactions[reactor](change);
}

function whatChanged({ entries, before, conversation, readBy }: ConversationChange): readonly What[] {
  const what = entries.map(({ body }): What => body.kind);
  const marksMoved =
    before?.visitorReadSeq !== conversation.visitorReadSeq || before?.teamReadSeq !== conversation.teamReadSeq;
  if (readBy !== null || (before !== null && marksMoved)) what.push('read');
  if (before !== null && before.automated !== conversation.automated) what.push('automated');
  return what.length > 0 ? what : ['relabelled'];
}

/** Who can react to typing, which leaves no trace in the log. */
export type TypingReactor = 'row' | 'inbox' | 'followers' | 'boxes';

export const TYPING_REACTIONS: Readonly<Record<TypingChange['kind'], readonly TypingReactor[]>> = {
  'visitor-typing': ['row', 'inbox', 'followers'],
  'agent-typing': ['boxes'],
};

export type TypingReactions = Readonly<Record<TypingReactor, (change: TypingChange) => void>>;

export function reactToTyping(reactions: TypingReactions, change: TypingChange): void {
  for (const reactor of TYPING_REACTIONS[change.kind]) reactions[reactor](change);
}
