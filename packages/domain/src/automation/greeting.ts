import type { Asked } from '@vetrina/protocol/conversation';
import type { MessageId } from '@vetrina/protocol/ids';
import type { Sender } from '../conversation.ts';
import type { Contact } from './contact-budget.ts';

/** A8: what was written to a visitor and is shown to them without a conversation, until they answer. */
export interface Greeting {
  /** Of the first message; the entry keeps it. */
  readonly id: MessageId;
  readonly at: number;
  readonly sender: Extract<Sender, { who: 'automation' }>;
  /** In their order; at least one. */
  readonly texts: readonly string[];
  /** What a chatbot offers to answer with, and what it asks for. */
  readonly replies?: readonly string[];
  readonly asks?: Asked;
  readonly opensBox: boolean;
}

/** A contact as it is kept. Times are ms since 1970. */
export interface KnownContact extends Contact {
  readonly id: MessageId;
  /** Null: an agent's, which stands in a conversation, as does what answered somebody who waited. */
  readonly greeting: Greeting | null;
  readonly seenAt: number | null;
  /** A6: the visitor wrote, within `ANSWERED_WITHIN`. */
  readonly answeredAt: number | null;
  /** A6: the rule's goal was reached. */
  readonly goalAt: number | null;
}

/** A greeting waits for an answer so long, and so long something that is written counts as one, ms. */
export const ANSWERED_WITHIN = 86_400_000;

/** The greeting that waits for an answer; null: none does. A newer one takes an older one's place. */
export function waitingGreeting(contacts: readonly KnownContact[], at: number): KnownContact | null {
  const newest = contacts.reduce<KnownContact | null>(
    (best, contact) =>
      contact.greeting !== null && !contact.heldOut && (best === null || contact.at >= best.at) ? contact : best,
    null,
  );
  return newest !== null && isOpen(newest, at) && newest.dismissedAt === null ? newest : null;
}

/** The visitor wrote at `at`: what was written to them, and what was kept back, counts as answered. */
export function answeredBy(contacts: readonly KnownContact[], at: number): readonly KnownContact[] {
  if (!contacts.some((contact) => isOpen(contact, at))) return contacts;
  return contacts.map((contact) => (isOpen(contact, at) ? { ...contact, answeredAt: at } : contact));
}

const isOpen = ({ at: since, answeredAt }: KnownContact, at: number): boolean =>
  answeredAt === null && at - since < ANSWERED_WITHIN;

/** A3: an agent wrote to somebody with whom no conversation goes on (V8). */
export function contactByAgent(id: MessageId, at: number): KnownContact {
  return {
    ...{ id, at, by: { kind: 'agent' }, heldOut: false, visit: null, page: null, greeting: null },
    ...{ seenAt: null, dismissedAt: null, answeredAt: null, goalAt: null },
  };
}
