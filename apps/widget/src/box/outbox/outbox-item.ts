import type { FileCard } from '@vetrina/protocol/conversation';
import type { ErrorCode } from '@vetrina/protocol/errors';
import type { AskTranscript, ContactForm, Rate } from '@vetrina/protocol/messages/chat';
import type { VisitorSay } from '@vetrina/protocol/messages/say';

/** What must not be lost: everything that carries an id and is answered by it. */
export type KeptFrame = VisitorSay | ContactForm | Rate | AskTranscript;

export interface OutboxItem {
  readonly frame: KeptFrame;
  /** When it was written, ms on this browser's clock, and the how-manieth of its page: together the order of sending. */
  readonly at: number;
  readonly nth: number;
  /** Who wrote it, as `Bridge.who` names them: it must not be said in somebody else's name. */
  readonly by: string | null;
  readonly state: { readonly is: 'waiting' } | { readonly is: 'failed'; readonly code: ErrorCode };
  /** Of a file that is said: how it is shown until its entry comes. */
  readonly card: FileCard | null;
}

export function inOrder(items: readonly OutboxItem[]): OutboxItem[] {
  return [...items].sort((a, b) => a.at - b.at || a.nth - b.nth);
}
