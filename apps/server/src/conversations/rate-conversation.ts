import { rate } from '@vetrina/domain/conversation-afterwards';
import type { Rating } from '@vetrina/protocol/conversation';
import type { Account } from '@vetrina/protocol/http/account';
import type { MessageId } from '@vetrina/protocol/ids';
import { demandFeature } from '../platform/demand-feature.ts';
import { Refusal } from '../platform/refusal.ts';
import { keptText } from './message-body.ts';
import { allowed, momentOf, type SayingOutcome, sayOnce, type VerbParts } from './settle.ts';
import type { SpeakingVisitor } from './visitor-says.ts';

/**
 * A visitor rates their newest conversation once it was resolved (C6); the last rating counts. A repeat changes nothing.
 * @throws Refusal `plan_required`, `blocked`, `not_resolved`, `id_reused`; `not_found` without a conversation
 */
export async function rateConversation(
  parts: VerbParts,
  { plan }: Pick<Account, 'plan'>,
  { account, visitor, blocked }: Pick<SpeakingVisitor, 'account' | 'visitor' | 'blocked'>,
  { id, value, comment }: { readonly id: MessageId; readonly value: Rating; readonly comment: string },
  at: number,
): Promise<SayingOutcome> {
  demandFeature(plan, 'rating');
  const body = { kind: 'rated', value, comment: keptText(comment) } as const;
  return sayOnce(parts, { account, visitor }, { id, sender: { who: 'visitor' }, body }, at, ({ current }) => {
    if (blocked) throw new Refusal('blocked');
    if (current === null) throw new Refusal('not_found');
    return allowed(rate(current, { id, body }, momentOf(parts, at)));
  });
}
