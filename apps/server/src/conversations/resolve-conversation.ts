import { resolve } from '@vetrina/domain/conversation-agents';
import type { ConversationChange } from './changes.ts';
import type { ConversationKey } from './ports.ts';
import { type ActingAgent, changeAs, momentOf, type VerbParts } from './settle.ts';

/** It is dealt with (C2). Whoever resolves it without being on it joins by that. @throws Refusal `not_found` */
export function resolveConversation(
  parts: VerbParts,
  actor: ActingAgent,
  key: ConversationKey,
  at: number,
): Promise<ConversationChange | null> {
  return changeAs(parts, actor, key, at, (current) => resolve(current, actor.agent, momentOf(parts, at)));
}
