import { unassign } from '@vetrina/domain/conversation-agents';
import type { AgentId } from '@vetrina/protocol/ids';
import type { ConversationChange } from './changes.ts';
import type { ConversationKey } from './ports.ts';
import { type ActingAgent, changeOf, momentOf, type VerbParts } from './settle.ts';

/**
 * Takes a colleague who no longer works here off an unresolved conversation (C2): one with nobody else on it is new again.
 * Whatever the groups of the admin who acts. Null: it was so already.
 */
export async function releaseColleague(
  parts: VerbParts,
  { agent: by }: Pick<ActingAgent, 'agent'>,
  key: ConversationKey,
  agent: AgentId,
  at: number,
): Promise<ConversationChange | null> {
  const written = await parts.log.change(key, ({ current }) =>
    current === null || current.state === 'resolved' ? null : unassign(current, agent, by, momentOf(parts, at)),
  );
  return written === null ? null : changeOf(key.account, written, at);
}
