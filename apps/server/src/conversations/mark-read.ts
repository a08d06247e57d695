import type { Conversation } from '@vetrina/domain/conversation';
import { type ReadMark, teamReads, visitorReads } from '@vetrina/domain/conversation-reading';
import { standing } from '@vetrina/domain/conversation-step';
import type { AccountId, VisitorId } from '@vetrina/protocol/ids';
import type { ConversationChange } from './changes.ts';
import type { ConversationKey, HeldLog } from './ports.ts';
import { type ActingAgent, changeAs, changeOf, type VerbParts } from './settle.ts';

type Parts = Pick<VerbParts, 'log'>;

/**
 * The visitor has seen their newest conversation up to a public seq (C4). Marks only go forward. Null: nothing new by that,
 * or no conversation.
 */
export async function markReadByVisitor(
  { log }: Parts,
  place: { readonly account: AccountId; readonly visitor: VisitorId },
  publicSeq: number,
  at: number,
): Promise<ConversationChange | null> {
  const written = await log.change(place, async ({ current, log: held }) => {
    if (current === null || publicSeq <= current.visitorReadSeq) return null;
    const read = visitorReads(current, publicSeq, await teamMessagesUntil(current, held, publicSeq));
    return standing(read);
  });
  return written === null ? null : changeOf(place.account, written, at);
}

/** An agent has seen a conversation up to `seq` (C4). Null: nothing new by that. @throws Refusal `not_found` */
export function markReadByAgent(
  parts: Parts,
  actor: ActingAgent,
  key: ConversationKey,
  seq: number,
  at: number,
): Promise<ConversationChange | null> {
  return changeAs(parts, actor, key, at, async (current, { log }) => {
    const upTo = Math.min(seq, current.lastSeq);
    const before = await log.readMark(actor.agent);
    if (before !== null && before.seq >= upTo) return standing(current);
    const mark: ReadMark = { seq: upTo, visitorMessages: await visitorMessagesUntil(current, log, upTo) };
    return { ...standing(teamReads(current, mark)), readBy: { agent: actor.agent, ...mark } };
  });
}

/** Nearly always everything was read, which needs no counting. */
function teamMessagesUntil(current: Conversation, log: HeldLog, publicSeq: number): Promise<number> | number {
  return publicSeq >= current.lastPublicSeq ? current.teamMessages : log.teamMessagesUntil(publicSeq);
}

function visitorMessagesUntil(current: Conversation, log: HeldLog, seq: number): Promise<number> | number {
  return seq >= current.lastSeq ? current.visitorMessages : log.visitorMessagesUntil(seq);
}
