import type { Conversation } from '@vetrina/domain/conversation';
import type { ConversationSearch } from '@vetrina/protocol/http/conversations';
import type { ConversationIndex } from './ports.ts';
import type { ActingAgent } from './settle.ts';

/**
 * Searches what was resolved, or all conversations of one visitor (C4), among those that the agent may see (T1). `next` asks
 * for the following page; `total` counts all pages.
 */
export function searchConversations(
  { store }: { readonly store: ConversationIndex },
  actor: ActingAgent,
  search: ConversationSearch,
): Promise<{ readonly conversations: readonly Conversation[]; readonly total: number; readonly next: string | null }> {
  return store.search(actor.account, actor, search);
}
