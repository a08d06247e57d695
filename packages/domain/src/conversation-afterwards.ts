import type { AgentId, MessageId } from '@vetrina/protocol/ids';
import type { Conversation, LogBody, LogEntry } from './conversation.ts';
import { excerpt, isMessage, type Sent } from './conversation-messages.ts';
import { add, addDeed, type Moment, type Step, standing } from './conversation-step.ts';

/** Why something cannot be done; codes of `protocol/errors`. */
export interface Refused<Code extends string> {
  readonly refused: Code;
}

/** C6: the last rating counts. Only what was resolved at least once can be rated. */
export function rate(
  conversation: Conversation,
  { id, body }: Sent<Extract<LogBody, { kind: 'rated' }>>,
  { at }: Moment,
): Step | Refused<'not_resolved'> {
  if (conversation.resolvedAt === null) return { refused: 'not_resolved' };
  return add(standing(conversation), { id, at, sender: { who: 'visitor' }, body }, { rating: body.value });
}

export interface Recall {
  /** The entry that is to be taken back, or null if the conversation has none of that id. */
  readonly message: LogEntry | null;
  /** The newest message that is not recalled, apart from this one. */
  readonly newestBeside: LogEntry | null;
  readonly by: AgentId;
  /** Admins and owners may take back what others of the team said. */
  readonly mayRecallOthers: boolean;
}

/** V8: a message of the team is taken back while the visitor has not read it. Its place in the order remains. */
export function recall(
  conversation: Conversation,
  { message, newestBeside, by, mayRecallOthers }: Recall,
  moment: Moment,
): Step | Refused<'not_found' | 'forbidden' | 'already_read'> {
  if (message === null || !isMessage(message) || message.publicSeq === null) return { refused: 'not_found' };
  if (message.sender.who === 'visitor' || message.sender.who === 'system') return { refused: 'forbidden' };
  const own = message.sender.who === 'agent' && message.sender.agent === by;
  if (!own && !mayRecallOthers) return { refused: 'forbidden' };
  if (message.recalled) return standing(conversation);
  if (conversation.visitorReadSeq >= message.publicSeq) return { refused: 'already_read' };
  const lastMessage = newestBeside === null ? null : asLastMessage(newestBeside);
  return addDeed(standing(conversation), by, { kind: 'recalled', message: message.id }, moment, {
    teamMessages: conversation.teamMessages - 1,
    lastMessage,
    waitingSince: waitingAfterRecall(conversation, lastMessage),
  });
}

/** An answer that is taken back leaves the visitor waiting, since their last word. */
function waitingAfterRecall(
  { state, waitingSince }: Conversation,
  lastMessage: Conversation['lastMessage'],
): number | null {
  if (state === 'resolved' || waitingSince !== null) return waitingSince;
  return lastMessage?.by === 'visitor' ? lastMessage.at : null;
}

function asLastMessage(entry: LogEntry): Conversation['lastMessage'] {
  if (!isMessage(entry) || entry.sender.who === 'system') return null;
  return { text: excerpt(entry.body), at: entry.at, by: entry.sender.who };
}

/** The conversation went by e-mail; `by` null: the visitor asked for it. */
export function transcriptSent(
  conversation: Conversation,
  { id, email, by }: { readonly id: MessageId; readonly email: string; readonly by: AgentId | null },
  { at }: Moment,
): Step {
  const sender = by === null ? ({ who: 'visitor' } as const) : ({ who: 'agent', agent: by } as const);
  return add(standing(conversation), { id, at, sender, body: { kind: 'transcript-sent', email } });
}
