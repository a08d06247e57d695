import { reopen } from '@vetrina/domain/conversation-agents';
import { standing } from '@vetrina/domain/conversation-step';
import type { Account } from '@vetrina/protocol/http/account';
import type { ConversationChange } from './changes.ts';
import { demandOpening } from './demand-opening.ts';
import type { ConversationKey } from './ports.ts';
import { type ActingAgent, changeAs, demandNewest, momentOf, type VerbParts } from './settle.ts';

/**
 * A resolved conversation goes on (C2), however long ago it was.
 * @throws Refusal `not_found`; `plan_required`; `newer_conversation` if the visitor has another since
 */
export function reopenConversation(
  parts: VerbParts,
  account: Pick<Account, 'plan'>,
  actor: ActingAgent,
  key: ConversationKey,
  at: number,
): Promise<ConversationChange | null> {
  return changeAs(parts, actor, key, at, (current, held) => {
    demandOpening(account, current);
    demandNewest(held);
    return reopen(standing(current), { who: 'agent', agent: actor.agent }, momentOf(parts, at));
  });
}
