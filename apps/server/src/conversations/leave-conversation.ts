import { leave } from '@vetrina/domain/conversation-agents';
import type { ConversationChange } from './changes.ts';
import type { ConversationKey } from './ports.ts';
import { type ActingAgent, changeAs, momentOf, type VerbParts } from './settle.ts';

/** An agent steps out (C2); without anybody on it, an unresolved one is new again. @throws Refusal `not_found` */
export function leaveConversation(
  parts: VerbParts,
  actor: ActingAgent,
  key: ConversationKey,
  at: number,
): Promise<ConversationChange | null> {
  return changeAs(parts, actor, key, at, (current) => leave(current, actor.agent, momentOf(parts, at)));
}
