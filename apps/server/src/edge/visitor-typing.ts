import type { VisitorTyping } from '@vetrina/protocol/messages/typing';
import { attempt } from './answer-frame.ts';
import type { BoxVerbParts, OpenBox } from './visitor-box.ts';

/** C4: agents see that, and if the account wants it what, is being typed. */
export function showTyping({ chats, failed }: BoxVerbParts, { tab, connection }: OpenBox, frame: VisitorTyping): void {
  attempt(connection, frame.type, () => chats.typing(tab, frame), failed);
}
