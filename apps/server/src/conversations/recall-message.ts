import { recall } from '@vetrina/domain/conversation-afterwards';
import type { Role } from '@vetrina/protocol/http/account';
import type { MessageId } from '@vetrina/protocol/ids';
import type { ConversationChange } from './changes.ts';
import type { ConversationKey } from './ports.ts';
import { type ActingAgent, allowed, changeAs, momentOf, type VerbParts } from './settle.ts';

/**
 * Takes a message back that the visitor has not read (V8): one's own, or as admin or owner anyone's of the team.
 * @throws Refusal `not_found`, `forbidden`, `already_read`
 */
export function recallMessage(
  parts: VerbParts,
  actor: ActingAgent & { readonly role: Role },
  key: ConversationKey,
  id: MessageId,
  at: number,
): Promise<ConversationChange | null> {
  return changeAs(parts, actor, key, at, async (current, { log }) => {
    const message = await log.entry(id);
    const newest = await log.newestMessages(2);
    const what = {
      message,
      newestBeside: newest.find((entry) => entry.seq !== message?.seq) ?? null,
      by: actor.agent,
      mayRecallOthers: actor.role !== 'agent',
    };
    return allowed(recall(current, what, momentOf(parts, at)));
  });
}
