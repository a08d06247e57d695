import type { Conversation, LogEntry } from '@vetrina/domain/conversation';
import { seesConversation } from '@vetrina/domain/conversation-sight';
import type { AccountId, ConversationId, VisitorId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import type { ConversationKey, ConversationReads, Stretch } from './ports.ts';
import { type ActingAgent, demandSight } from './settle.ts';

/** The newest part of a log, ascending and without a gap, at most `LIMITS.tail`. */
export interface Tail {
  /** As of the last of the entries. */
  readonly conversation: Conversation;
  /** The entries continue what the reader has; otherwise the reader forgets that and shows these. */
  readonly follows: boolean;
  readonly entries: readonly LogEntry[];
}

interface Parts {
  readonly store: Pick<ConversationReads, 'find' | 'newestOf' | 'entries' | 'publicEntries'>;
}

/** What an agent's screen lacks of a conversation: everything newer than `after` (C3). Null: unknown, or not theirs to see. */
export async function tailForTeam(
  { store }: Parts,
  actor: ActingAgent,
  key: ConversationKey,
  after: number,
): Promise<Tail | null> {
  const conversation = await store.find(key);
  if (conversation === null || !seesConversation(actor, conversation)) return null;
  return tail(conversation, conversation.lastSeq, after, (stretch) => store.entries(key, stretch));
}

/** Older entries, ascending, at most `LIMITS.tail`. @throws Refusal `not_found` */
export async function olderForTeam(
  { store }: Parts,
  actor: ActingAgent,
  key: ConversationKey,
  before: number,
): Promise<readonly LogEntry[]> {
  const { lastSeq } = demandSight(actor, await store.find(key));
  return store.entries(key, { after: 0, before: atMost(lastSeq, before), limit: LIMITS.tail });
}

/**
 * What a chat box lacks of its visitor's newest conversation (C3): everything newer than public seq `after` of the one it
 * `knows`; if that is no longer the newest, or no seq of it, whatever there is. Null: there is none.
 */
export async function tailForVisitor(
  { store }: Parts,
  { account, visitor }: { readonly account: AccountId; readonly visitor: VisitorId },
  { knows, after }: { readonly knows: ConversationId | null; readonly after: number },
): Promise<Tail | null> {
  const conversation = await store.newestOf(account, visitor);
  if (conversation === null) return null;
  const key = { account, conversation: conversation.id };
  const from = knows === conversation.id ? after : 0;
  const newest = await tail(conversation, conversation.lastPublicSeq, from, (stretch) =>
    store.publicEntries(key, stretch),
  );
  return knows === conversation.id ? newest : { ...newest, follows: false };
}

/** Older entries as the visitor sees them; none of a conversation that is not this visitor's. */
export async function olderForVisitor(
  { store }: Parts,
  { account, visitor }: { readonly account: AccountId; readonly visitor: VisitorId },
  { conversation, before }: { readonly conversation: ConversationId; readonly before: number },
): Promise<readonly LogEntry[]> {
  const key: ConversationKey = { account, conversation };
  const found = await store.find(key);
  if (found?.visitor !== visitor) return [];
  return store.publicEntries(key, { after: 0, before: atMost(found.lastPublicSeq, before), limit: LIMITS.tail });
}

/** A reader may name any number; a column of seqs holds some. */
const atMost = (last: number, before: number): number => Math.min(before, last + 1);

/**
 * The position is taken first and nothing newer is read, so that both say the same; what comes in meanwhile is sent by itself.
 */
async function tail(
  conversation: Conversation,
  last: number,
  after: number,
  read: (stretch: Stretch) => Promise<readonly LogEntry[]>,
): Promise<Tail> {
  // A reader who knows more than there is has outlived a restored backup: from the beginning.
  const known = after <= last;
  const from = known ? after : 0;
  const entries = await read({ after: from, before: last + 1, limit: LIMITS.tail });
  return { conversation, follows: known && entries.length === last - from, entries };
}
