import { transcriptSent } from '@vetrina/domain/conversation-afterwards';
import type { MessageId } from '@vetrina/protocol/ids';
import { Refusal } from '../platform/refusal.ts';
import type { ConversationChange } from './changes.ts';
import type { ConversationKey, Place } from './ports.ts';
import { type ActingAgent, changeAs, momentOf, type SayingOutcome, sayOnce, type VerbParts } from './settle.ts';
import type { SpeakingVisitor } from './visitor-says.ts';

/** An agent has the conversation sent by e-mail (C4): the team's log says so. @throws Refusal `not_found` */
export function recordTranscript(
  parts: VerbParts,
  actor: ActingAgent,
  key: ConversationKey,
  email: string,
  at: number,
): Promise<ConversationChange | null> {
  return changeAs(parts, actor, key, at, (current) =>
    transcriptSent(current, { id: parts.ids.message(), email, by: actor.agent }, momentOf(parts, at)),
  );
}

/**
 * The visitor asks for their newest conversation by e-mail. `change` null: was asked for already under this id, so nothing
 * is to be sent again.
 * @throws Refusal `blocked`, `id_reused`; `not_found` without a conversation; `forbidden` before somebody of the team wrote: this
 *   server does not send a stranger's words to strangers
 */
export function recordTranscriptWish(
  parts: VerbParts,
  { account, visitor, blocked }: Pick<SpeakingVisitor, 'account' | 'visitor' | 'blocked'>,
  { id, email }: { readonly id: MessageId; readonly email: string },
  at: number,
): Promise<SayingOutcome> {
  const place: Place = { account, visitor };
  const body = { kind: 'transcript-sent', email } as const;
  return sayOnce(parts, place, { id, sender: { who: 'visitor' }, body }, at, ({ current }) => {
    if (blocked) throw new Refusal('blocked');
    if (current === null) throw new Refusal('not_found');
    if (current.teamMessages === 0) throw new Refusal('forbidden');
    return transcriptSent(current, { id, email, by: null }, momentOf(parts, at));
  });
}
