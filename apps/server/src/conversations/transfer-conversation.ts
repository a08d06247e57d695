import { transfer } from '@vetrina/domain/conversation-agents';
import type { Account } from '@vetrina/protocol/http/account';
import type { TransferTo } from '@vetrina/protocol/http/conversations';
import type { AccountId } from '@vetrina/protocol/ids';
import { Refusal } from '../platform/refusal.ts';
import type { ConversationChange } from './changes.ts';
import { demandOpening } from './demand-opening.ts';
import type { Colleagues, ConversationKey } from './ports.ts';
import { type ActingAgent, changeAs, demandNewest, momentOf, type VerbParts } from './settle.ts';

export interface TransferParts extends VerbParts {
  readonly colleagues: Pick<Colleagues, 'isActive' | 'hasGroup'>;
}

/**
 * Hands a conversation over to a colleague or to a group (C2); whoever was on it no longer is, a resolved one is open again.
 * @throws Refusal `not_found` for a conversation that the actor may not see, and for who or what is not of this account;
 *   `plan_required` for a resolved one (V8), `newer_conversation` for one that is history
 */
export async function transferConversation(
  parts: TransferParts,
  account: Pick<Account, 'plan'>,
  actor: ActingAgent,
  key: ConversationKey,
  to: TransferTo,
  at: number,
): Promise<ConversationChange | null> {
  if (!(await isThere(parts, actor.account, to))) throw new Refusal('not_found');
  return changeAs(parts, actor, key, at, (current, standing) => {
    demandOpening(account, current);
    demandNewest(standing);
    return transfer(current, to, actor.agent, momentOf(parts, at));
  });
}

function isThere({ colleagues }: TransferParts, account: AccountId, to: TransferTo): Promise<boolean> {
  switch (to.to) {
    case 'agent':
      return colleagues.isActive(account, to.agent);
    case 'group':
      return colleagues.hasGroup(account, to.group);
  }
}
