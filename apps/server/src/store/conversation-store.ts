import type { ConversationStore } from '../conversations/ports.ts';
import { createConversationLog } from './conversation-log.ts';
import { createConversationReads } from './conversation-reads.ts';
import { createConversationIndex } from './conversation-search.ts';
import type { Database } from './database.ts';

/** Conversations in SQL: their logs, what is read of them, and the search over them. */
export function createConversationStore(database: Pick<Database, 'db' | 'dialect'>): ConversationStore {
  return {
    ...createConversationLog(database),
    ...createConversationReads(database),
    ...createConversationIndex(database),
  };
}
