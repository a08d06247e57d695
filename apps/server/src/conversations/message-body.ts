import type { MessageBody } from '@vetrina/domain/conversation-messages';
import { maskCards } from '@vetrina/domain/mask-cards';
import type { Saying } from '@vetrina/protocol/conversation';
import type { AccountId } from '@vetrina/protocol/ids';
import type { FileBook, Uploader } from '../files/ports.ts';

/** Text as it is kept (C4): without spaces around it, card numbers masked before anything is saved. */
export const keptText = (text: string): string => maskCards(text.trim());

/** What was said as it is kept. */
export function messageBody(saying: Saying): MessageBody {
  return saying.kind === 'text' ? { kind: 'text', text: keptText(saying.text) } : saying;
}

/** May this be said as far as files go: only by whoever uploaded it. */
export async function fileMayBeSaid(
  files: Pick<FileBook, 'mayBeSaid'>,
  account: AccountId,
  saying: Saying,
  by: Uploader,
): Promise<boolean> {
  return saying.kind === 'text' || files.mayBeSaid(account, saying.file, by);
}
