import type { Conversation } from '@vetrina/domain/conversation';
import type { Refused } from '@vetrina/domain/conversation-afterwards';
import { seesConversation } from '@vetrina/domain/conversation-sight';
import type { Moment, Step } from '@vetrina/domain/conversation-step';
import type { ErrorCode } from '@vetrina/protocol/errors';
import type { AccountId } from '@vetrina/protocol/ids';
import type { Ids } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import type { ConversationChange } from './changes.ts';
import type {
  Acknowledgement,
  ConversationKey,
  ConversationLog,
  Decide,
  Decided,
  Place,
  Standing,
  Viewer,
  Written,
} from './ports.ts';

/** What every verb of agents needs. */
export interface VerbParts {
  readonly log: ConversationLog;
  readonly ids: Pick<Ids, 'message'>;
}

/** What every verb of agents asks of whoever acts. */
export interface ActingAgent extends Viewer {
  readonly account: AccountId;
}

/** What saying something comes to. `change` null: it was said before, and `ack` is the first answer. */
export interface SayingOutcome {
  readonly change: ConversationChange | null;
  readonly ack: Acknowledgement;
}

export const momentOf = ({ ids }: { readonly ids: Pick<Ids, 'message'> }, at: number): Moment => ({
  at,
  newId: () => ids.message(),
});

/**
 * Lets an agent do something to a conversation that they may see. Null: all was so already.
 * @throws Refusal `not_found` for one that is unknown, foreign or outside of the agent's groups, and what `decide` throws
 */
export async function changeAs(
  { log }: Pick<VerbParts, 'log'>,
  actor: ActingAgent,
  key: ConversationKey,
  at: number,
  decide: (current: Conversation, standing: Standing) => Decided | Promise<Decided>,
): Promise<ConversationChange | null> {
  const written = await log.change(key, (standing) => decide(demandSight(actor, standing.current), standing));
  if (written === null) throw new Refusal('not_found');
  return changeOf(key.account, written, at);
}

/** @throws Refusal `not_found`: a conversation that an agent may not see is one that does not exist */
export function demandSight(viewer: Viewer, conversation: Conversation | null): Conversation {
  if (conversation === null || !seesConversation(viewer, conversation)) throw new Refusal('not_found');
  return conversation;
}

/**
 * Only a visitor's newest conversation can be unresolved, so that there is always one place for what they write next.
 * @throws Refusal `newer_conversation`
 */
export function demandNewest({ newest }: Standing): void {
  if (!newest) throw new Refusal('newer_conversation');
}

/** @throws Refusal with the decision's code */
export function allowed<Code extends ErrorCode>(decision: Step | Refused<Code>): Step {
  if ('refused' in decision) throw new Refusal(decision.refused);
  return decision;
}

/** What was saved as the change that is reacted to; null: nothing is different. */
export function changeOf(account: AccountId, written: Written, at: number): ConversationChange | null {
  const { before, after, entries, readBy, contact } = written;
  if (before === after && entries.length === 0 && readBy === null) return null;
  return { account, at, conversation: after, before, entries, readBy, contact };
}

/**
 * Says something under an id of the sender's, once.
 * @throws Refusal `not_found` for an unknown or foreign place, `id_reused`, and what `decide` throws
 */
export async function sayOnce(
  { log }: Pick<VerbParts, 'log'>,
  place: Place,
  sent: Parameters<ConversationLog['say']>[1],
  at: number,
  decide: Decide,
): Promise<SayingOutcome> {
  const said = await log.say(place, sent, decide);
  if (said === null) throw new Refusal('not_found');
  return { ack: said.ack, change: said.written === null ? null : changeOf(place.account, said.written, at) };
}
