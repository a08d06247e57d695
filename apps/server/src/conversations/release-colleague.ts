import { unassign } from '@vetrina/domain/conversation-agents';
import type { AgentId } from '@vetrina/protocol/ids';
import type { ConversationChange } from './changes.ts';
import type { ConversationReads } from './ports.ts';
import { type ActingAgent, changeOf, momentOf, type VerbParts } from './settle.ts';

export interface ReleaseParts extends VerbParts {
  readonly store: Pick<ConversationReads, 'unresolved'>;
}

/**
 * Takes a colleague who no longer works here off every unresolved conversation (C2): those with nobody else on them are new
 * again. Whatever the groups of the admin who acts. Each change stands by itself; done again, it goes on where it ended.
 */
export async function releaseColleague(
  parts: ReleaseParts,
  { account, agent: by }: ActingAgent,
  agent: AgentId,
  at: number,
): Promise<readonly ConversationChange[]> {
  const changes: ConversationChange[] = [];
  for (const { id, agents } of await parts.store.unresolved(account)) {
    if (!agents.includes(agent)) continue;
    const written = await parts.log.change({ account, conversation: id }, ({ current }) =>
      current === null || current.state === 'resolved' ? null : unassign(current, agent, by, momentOf(parts, at)),
    );
    const change = written === null ? null : changeOf(account, written, at);
    if (change !== null) changes.push(change);
  }
  return changes;
}
