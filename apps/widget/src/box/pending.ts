import type { Asked, PublicEntry } from '@vetrina/protocol/conversation';
import type { MessageId } from '@vetrina/protocol/ids';
import type { PendingMessage } from '@vetrina/protocol/messages/automatic-message';
import { type ConversationLog, endOf } from './conversation-log.ts';
import type { OutboxItem } from './outbox/outbox-item.ts';

/** A8: an automatic message as entries behind those of a conversation, each text one; none where the conversation has it. */
export function pendingEntries(pending: PendingMessage | null, log: ConversationLog): readonly PublicEntry[] {
  if (!pending || log.entries.some(({ id }) => id === pending.id)) return [];
  const { id, at, from, texts, replies, asks } = pending;
  const offer = { ...(replies && { replies }), ...(asks && { asks }) };
  return texts.map((text, nth) => ({
    seq: endOf(log) + 1 + nth,
    id: nth === 0 ? id : (`${id}-${nth}` as MessageId),
    at,
    author: { who: 'automation', ...from },
    body: { kind: 'text', text, ...(nth === texts.length - 1 && offer) },
  }));
}

/** What the list shows: the conversation, if there is one, and behind it the message that stands in none yet. */
export function withPending(log: ConversationLog, pending: PendingMessage | null): ConversationLog {
  const entries = pendingEntries(pending, log);
  return entries.length > 0 ? { ...log, entries: [...log.entries, ...entries] } : log;
}

/** What the visitor is offered to answer with, and what they are asked for. */
export interface Offer {
  readonly replies: readonly string[];
  readonly asks: Asked;
}

const NO_OFFER: Offer = { replies: [], asks: 'text' };

/** Behind these a chatbot's question is history. */
const ENDS = /^(?:text|file|taken-back|joined|resolved)$/;

/** A7: the newest message's offer, until something newer was said, or somebody came. */
export function offerIn({ entries }: Pick<ConversationLog, 'entries'>, outbox: readonly OutboxItem[]): Offer {
  const last = entries.findLast(({ body }) => ENDS.test(body.kind));
  const isAnswered = outbox.some(({ frame }) => frame.type === 'say');
  if (isAnswered || last?.body.kind !== 'text' || last.author.who === 'visitor') return NO_OFFER;
  const { replies = [], asks = 'text' } = last.body;
  return { replies, asks };
}
