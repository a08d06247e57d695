import type { PublicEntry } from '@vetrina/protocol/conversation';
import type { ConversationId, VisitorId } from '@vetrina/protocol/ids';
import { isFromTeam } from './message-groups.ts';

/** A message as pages are told of it, in the words of the product that our snippet replaces. */
export interface PageMessage {
  readonly id: string;
  readonly chatId: ConversationId | null;
  readonly visitorId: VisitorId | null;
  readonly subType: 'contact' | 'agent' | 'trigger';
  readonly content: { readonly type: 'text' | 'upload'; readonly text: string };
  /** ISO 8601. */
  readonly createdAt: string;
}

/** Null for entries that are no messages. */
export function pageMessage(
  { id, author, body, at }: Pick<PublicEntry, 'id' | 'author' | 'body' | 'at'>,
  chatId: ConversationId | null,
  visitorId: VisitorId | null,
): PageMessage | null {
  if (body.kind !== 'text' && body.kind !== 'file') return null;
  return {
    id,
    chatId,
    visitorId,
    subType: author.who === 'visitor' ? 'contact' : author.who === 'agent' ? 'agent' : 'trigger',
    content: body.kind === 'text' ? { type: 'text', text: body.text } : { type: 'upload', text: body.file.name },
    createdAt: new Date(at).toISOString(),
  };
}

interface Ears {
  readonly visitor: VisitorId | null;
  readonly conversation: ConversationId | null;
  emit(event: string, ...values: readonly unknown[]): void;
}

/** Tells the page's listeners of what the team wrote. */
export function emitReceived(entries: readonly PublicEntry[], { visitor, conversation, emit }: Ears): void {
  for (const entry of entries) {
    if (isFromTeam(entry)) emit('message_received', pageMessage(entry, conversation, visitor));
  }
}
