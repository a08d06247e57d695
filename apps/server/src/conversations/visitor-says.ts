import { visitorSays as said } from '@vetrina/domain/conversation-messages';
import type { Saying } from '@vetrina/protocol/conversation';
import type { AccountId, MessageId, VisitorId } from '@vetrina/protocol/ids';
import type { FileBook } from '../files/ports.ts';
import type { Ids } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import { fileMayBeSaid, messageBody } from './message-body.ts';
import type { ConversationLog } from './ports.ts';
import { momentOf, type SayingOutcome, sayOnce } from './settle.ts';

/** A visitor who speaks, as their socket knows them. */
export interface SpeakingVisitor {
  readonly account: AccountId;
  readonly visitor: VisitorId;
  /** C7: now, for whatever reason. */
  readonly blocked: boolean;
  readonly group: string | null;
  /** Where they are. */
  readonly page: { readonly url: string; readonly title: string } | null;
}

export interface VisitorSaysParts {
  readonly log: ConversationLog;
  readonly ids: Pick<Ids, 'message' | 'conversation'>;
  readonly files: Pick<FileBook, 'mayBeSaid'>;
}

/**
 * A visitor writes (C2, C3): to the conversation that goes on, or to a new one. `offline`: by the contact form while nobody
 * was online (C5). A repeat gets the first answer, even from somebody who was blocked since.
 * @throws Refusal `blocked`, `id_reused`; `not_found` for a file that is not theirs
 */
export async function visitorSays(
  parts: VisitorSaysParts,
  speaker: SpeakingVisitor,
  { id, saying, offline = false }: { readonly id: MessageId; readonly saying: Saying; readonly offline?: boolean },
  at: number,
): Promise<SayingOutcome> {
  const { account, visitor, group, page } = speaker;
  const body = messageBody(saying);
  const fileIsTheirs = await fileMayBeSaid(parts.files, account, saying, { who: 'visitor', visitor });
  return sayOnce(parts, { account, visitor }, { id, sender: { who: 'visitor' }, body }, at, ({ current }) => {
    if (speaker.blocked) throw new Refusal('blocked');
    if (!fileIsTheirs) throw new Refusal('not_found');
    const beginning = { id: parts.ids.conversation(), visitor, group, page, offline };
    return said(current, { id, body }, beginning, momentOf(parts, at));
  });
}
