import { leaveContact } from '@vetrina/domain/conversation-messages';
import type { ContactForm } from '@vetrina/protocol/messages/chat';
import { Refusal } from '../platform/refusal.ts';
import { keptText } from './message-body.ts';
import { momentOf, type SayingOutcome, sayOnce } from './settle.ts';
import type { SpeakingVisitor, VisitorSaysParts } from './visitor-says.ts';

/**
 * What the contact form said stands in the conversation (I2, C5); without one that goes on, it begins one. Who the visitor
 * is from now on, the visitors' feature decides. `offline`: nobody was online.
 * @throws Refusal `blocked`, `id_reused`
 */
export function recordContact(
  parts: Pick<VisitorSaysParts, 'log' | 'ids'>,
  { account, visitor, blocked, group, page }: SpeakingVisitor,
  { id, name, email, phone, group: chosen, offline }: Omit<ContactForm, 'type' | 'consent'> & { offline: boolean },
  at: number,
): Promise<SayingOutcome> {
  const body = { kind: 'contact', name: trimmed(name), email, phone: trimmed(phone) } as const;
  return sayOnce(
    parts,
    { account, visitor },
    { id, sender: { who: 'visitor' }, body },
    at,
    async ({ current, greeting }) => {
      if (blocked) throw new Refusal('blocked');
      const beginning = {
        ...{ id: parts.ids.conversation(), visitor, group: chosen ?? group, page, offline },
        greeting: await greeting(at),
      };
      return leaveContact(current, { id, body, group: chosen }, beginning, momentOf(parts, at));
    },
  );
}

function trimmed(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : keptText(text);
}
