import { join } from '@vetrina/domain/conversation-agents';
import { standing } from '@vetrina/domain/conversation-step';
import type { ConversationChange } from './changes.ts';
import type { ConversationKey } from './ports.ts';
import { type ActingAgent, changeAs, momentOf, type VerbParts } from './settle.ts';

/** An agent takes part (C2); a new conversation is open from now on. Null: they did already. @throws Refusal `not_found` */
export function joinConversation(
  parts: VerbParts,
  actor: ActingAgent,
  key: ConversationKey,
  at: number,
): Promise<ConversationChange | null> {
  return changeAs(parts, actor, key, at, (current) => join(standing(current), actor.agent, momentOf(parts, at)));
}
