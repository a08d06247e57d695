import { assign, unassign } from '@vetrina/domain/conversation-agents';
import type { AgentId } from '@vetrina/protocol/ids';
import { Refusal } from '../platform/refusal.ts';
import type { ConversationChange } from './changes.ts';
import type { Colleagues, ConversationKey } from './ports.ts';
import { type ActingAgent, changeAs, momentOf, type VerbParts } from './settle.ts';

export interface AssignParts extends VerbParts {
  readonly colleagues: Pick<Colleagues, 'isActive'>;
}

/**
 * Puts a colleague on a conversation beside whoever is on it (C2). They see it from now on, whatever their groups.
 * @throws Refusal `not_found` for a conversation that the actor may not see, and for who is no active colleague
 */
export async function assignConversation(
  parts: AssignParts,
  actor: ActingAgent,
  key: ConversationKey,
  agent: AgentId,
  at: number,
): Promise<ConversationChange | null> {
  if (!(await parts.colleagues.isActive(actor.account, agent))) throw new Refusal('not_found');
  return changeAs(parts, actor, key, at, (current) => assign(current, agent, actor.agent, momentOf(parts, at)));
}

/** Takes a colleague off, also one who has left the team. @throws Refusal `not_found` */
export function unassignConversation(
  parts: VerbParts,
  actor: ActingAgent,
  key: ConversationKey,
  agent: AgentId,
  at: number,
): Promise<ConversationChange | null> {
  return changeAs(parts, actor, key, at, (current) => unassign(current, agent, actor.agent, momentOf(parts, at)));
}
