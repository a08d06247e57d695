import { markBefore } from '@vetrina/domain/conversation-reading';
import { standing } from '@vetrina/domain/conversation-step';
import type { ConversationChange } from './changes.ts';
import type { ConversationKey } from './ports.ts';
import { type ActingAgent, changeAs, type VerbParts } from './settle.ts';

/**
 * An agent wants to come back to this (C2): for them, and for nobody else, the visitor's last message is unread again. Null:
 * it is unread already, or the visitor wrote nothing.
 * @throws Refusal `not_found`
 */
export function markUnread(
  parts: Pick<VerbParts, 'log'>,
  actor: ActingAgent,
  key: ConversationKey,
  at: number,
): Promise<ConversationChange | null> {
  return changeAs(parts, actor, key, at, async (current, { log }) => {
    const lastSeq = await log.lastSeqOfVisitor();
    const mark = await log.readMark(actor.agent);
    if (lastSeq === null || mark === null || mark.seq < lastSeq) return standing(current);
    return { ...standing(current), readBy: { agent: actor.agent, ...markBefore(current, lastSeq) } };
  });
}
