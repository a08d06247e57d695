import { visitorSays as said } from '@vetrina/domain/conversation-messages';
import type { Saying } from '@vetrina/protocol/conversation';
import type { AccountId, AgentId, MessageId, VisitorId } from '@vetrina/protocol/ids';
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

/** What a visitor says, and how things stand around it. */
export interface VisitorSaying {
  readonly id: MessageId;
  readonly saying: Saying;
  /** By the contact form while nobody was online (C5). */
  readonly offline?: boolean;
  /** I2: the account wants visitors to agree to its privacy notice before their first words. */
  readonly mustAgree?: boolean;
  readonly isOnline: (agent: AgentId) => boolean;
}

export interface VisitorSaysParts {
  readonly log: ConversationLog;
  readonly ids: Pick<Ids, 'message' | 'conversation'>;
  readonly files: Pick<FileBook, 'mayBeSaid'>;
}

/**
 * A visitor writes (C2, C3): to the conversation that goes on, or to a new one. A repeat gets the first answer, even from
 * somebody who was blocked since.
 * @throws Refusal `blocked`, `id_reused`, `consent_required`; `not_found` for a file that is not theirs
 */
export async function visitorSays(
  parts: VisitorSaysParts,
  speaker: SpeakingVisitor,
  { id, saying, offline = false, mustAgree = false, isOnline }: VisitorSaying,
  at: number,
): Promise<SayingOutcome> {
  const { account, visitor, group, page } = speaker;
  const body = messageBody(saying);
  const fileIsTheirs = await fileMayBeSaid(parts.files, account, saying, { who: 'visitor', visitor });
  return sayOnce(
    parts,
    { account, visitor },
    { id, sender: { who: 'visitor' }, body },
    at,
    async ({ current, log, greeting }) => {
      if (speaker.blocked) throw new Refusal('blocked');
      if (!fileIsTheirs) throw new Refusal('not_found');
      // The contact form's tick stands in the log before their first words; what they said once says that they agreed.
      if (mustAgree && !(await log.hasWordOfVisitor())) throw new Refusal('consent_required');
      const beginning = {
        ...{ id: parts.ids.conversation(), visitor, group, page, offline },
        greeting: await greeting(at),
      };
      return said(current, { id, body }, beginning, momentOf(parts, at), isOnline);
    },
  );
}
