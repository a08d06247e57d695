import type { AgentId } from '@vetrina/protocol/ids';
import type { Conversation } from './conversation.ts';
import { sees } from './group-scope.ts';

/** T1: an agent with groups sees the conversations of those groups, and those they are on themselves. */
export function seesConversation(
  { agent, groups }: { readonly agent: AgentId; readonly groups: readonly string[] },
  conversation: Pick<Conversation, 'group' | 'agents'>,
): boolean {
  return sees(groups, conversation.group) || conversation.agents.includes(agent);
}
