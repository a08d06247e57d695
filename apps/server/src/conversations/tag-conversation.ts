import { retag } from '@vetrina/domain/conversation-agents';
import type { AccountId, TagId } from '@vetrina/protocol/ids';
import { Refusal } from '../platform/refusal.ts';
import type { ConversationChange } from './changes.ts';
import type { ConversationKey } from './ports.ts';
import { type ActingAgent, changeAs, type VerbParts } from './settle.ts';

export interface TagParts extends Pick<VerbParts, 'log'> {
  readonly tags: { all(account: AccountId): Promise<readonly { readonly id: TagId }[]> };
}

/** Replaces the tags of a conversation (C4). @throws Refusal `not_found`, also for a tag that is not the account's */
export async function tagConversation(
  parts: TagParts,
  actor: ActingAgent,
  key: ConversationKey,
  tags: readonly TagId[],
  at: number,
): Promise<ConversationChange | null> {
  const known = new Set((await parts.tags.all(actor.account)).map(({ id }) => id));
  return changeAs(parts, actor, key, at, (current) => {
    // A tag that was removed since stays where it stands until somebody takes it off.
    if (!tags.every((tag) => known.has(tag) || current.tags.includes(tag))) throw new Refusal('not_found');
    return retag(current, tags);
  });
}
