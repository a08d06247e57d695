import type { VisitorRead } from '@vetrina/protocol/messages/read';
import { attempt } from './answer-frame.ts';
import type { BoxVerbParts, OpenBox } from './visitor-box.ts';

/** C4: the visitor has seen it. */
export function markRead({ chats, failed }: BoxVerbParts, { tab, connection }: OpenBox, frame: VisitorRead): void {
  attempt(connection, frame.type, () => chats.read(tab, frame), failed);
}
