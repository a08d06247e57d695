import type { Conversation } from '@vetrina/domain/conversation';
import type { AccountId } from '@vetrina/protocol/ids';
import type { ConversationReads } from '../conversations/ports.ts';

/** Entries that visitors do not see stand in short runs; further back than this nobody looks. */
const LOOK_BACK = 50;

/** Up to where the team has read, in the visitor's count. */
export async function teamReadPublicSeq(
  reads: Pick<ConversationReads, 'entries'>,
  account: AccountId,
  { id, teamReadSeq, lastSeq, lastPublicSeq }: Conversation,
): Promise<number> {
  if (teamReadSeq === 0) return 0;
  if (teamReadSeq >= lastSeq) return lastPublicSeq;
  const stretch = { after: 0, before: teamReadSeq + 1, limit: LOOK_BACK };
  const entries = await reads.entries({ account, conversation: id }, stretch);
  return entries.reduce((furthest, { publicSeq }) => Math.max(furthest, publicSeq ?? 0), 0);
}
