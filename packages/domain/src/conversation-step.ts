import type { AgentId, ConversationId, MessageId, VisitorId } from '@vetrina/protocol/ids';
import type { Greeting } from './automation/greeting.ts';
import type { Conversation, LogBody, LogEntry, NewLogEntry } from './conversation.ts';

/** What one decision about a conversation comes to: how it is from now on, and what is added to its log. */
export interface Step {
  readonly next: Conversation;
  readonly entries: readonly LogEntry[];
}

/** When something is decided, and ids for entries that the server writes by itself. */
export interface Moment {
  readonly at: number;
  readonly newId: () => MessageId;
}

/** What a conversation begins with, should one have to begin. */
export interface Beginning {
  readonly id: ConversationId;
  readonly visitor: VisitorId;
  readonly group: string | null;
  readonly page: Conversation['page'];
  /** C5: by the contact form while nobody was online. */
  readonly offline: boolean;
  /** A8: what was written to the visitor before and waits for this answer; null: nothing. */
  readonly greeting: Greeting | null;
}

/** A resolved conversation is continued by a further message for so long, ms; later ones begin another (C2). */
export const CONTINUED_FOR = 7 * 86_400_000;

/** The step that changes nothing yet. */
export const standing = (conversation: Conversation): Step => ({ next: conversation, entries: [] });

export function begin(
  { id, visitor, group, page, offline }: Beginning,
  startedBy: Conversation['startedBy'],
  at: number,
): Step {
  return standing({
    ...{ id, visitor, group, page, offline, startedBy },
    ...{ state: 'new', agents: [], tags: [], lastSeq: 0, lastPublicSeq: 0, visitorMessages: 0, teamMessages: 0 },
    ...{ lastMessage: null, waitingSince: null, visitorReadSeq: 0, visitorReadMessages: 0 },
    ...{ teamReadSeq: 0, teamReadMessages: 0, rating: null, createdAt: at, resolvedAt: null },
  });
}

/** Would a further message begin another conversation than this one? */
export function isOver(current: Conversation | null, at: number): current is null {
  if (current === null) return true;
  return current.state === 'resolved' && at - (current.resolvedAt ?? current.createdAt) > CONTINUED_FOR;
}

/** Puts an entry at the end of the log: the next number of the team's count, and of the visitor's if the visitor sees it. */
export function add({ next, entries }: Step, entry: NewLogEntry, facts: Partial<Conversation> = {}): Step {
  const seq = next.lastSeq + 1;
  const publicSeq = isPublic(entry.body) ? next.lastPublicSeq + 1 : null;
  return {
    next: { ...next, ...facts, lastSeq: seq, lastPublicSeq: publicSeq ?? next.lastPublicSeq },
    entries: [...entries, { ...entry, seq, publicSeq, recalled: false }],
  };
}

/** Adds what an agent did, under an id of the server's. */
export function addDeed(
  step: Step,
  agent: AgentId,
  body: LogBody,
  moment: Moment,
  facts?: Partial<Conversation>,
): Step {
  return add(step, { id: moment.newId(), at: moment.at, sender: { who: 'agent', agent }, body }, facts);
}

/** Does the visitor see entries of this kind? */
export function isPublic({ kind }: LogBody): boolean {
  switch (kind) {
    case 'text':
    case 'file':
    case 'joined':
    case 'left':
    case 'resolved':
    case 'reopened':
    case 'rated':
    case 'recalled':
    case 'contact':
      return true;
    case 'note':
    case 'assigned':
    case 'unassigned':
    case 'transferred':
    case 'transcript-sent':
      return false;
  }
}

/** Whoever is not resolved is open exactly while somebody of the team is on it. */
export const stateWith = (agents: readonly AgentId[]): 'new' | 'open' => (agents.length > 0 ? 'open' : 'new');
