import type { Conversation } from '@vetrina/domain/conversation';
import { opensConversation } from '@vetrina/domain/conversation-messages';
import type { Account } from '@vetrina/protocol/http/account';
import { demandFeature } from '../platform/demand-feature.ts';

/**
 * V8: a conversation that does not go on (none, or a resolved one) begins or goes on by an agent's deed only where the plan
 * has it, whichever deed that is.
 * @throws Refusal `plan_required`, naming the cheapest plan that can open conversations
 */
export function demandOpening({ plan }: Pick<Account, 'plan'>, current: Conversation | null): void {
  if (opensConversation(current)) demandFeature(plan, 'open-conversation');
}
