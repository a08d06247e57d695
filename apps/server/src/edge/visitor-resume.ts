import type { OlderChat, ResumeChat } from '@vetrina/protocol/messages/chat';
import { attempt } from './answer-frame.ts';
import type { BoxVerbParts, OpenBox } from './visitor-box.ts';

/** C3: what the box lacks. Whether it may have it is decided anew each time. */
export function resumeChat({ chats, failed }: BoxVerbParts, { tab, connection }: OpenBox, frame: ResumeChat): void {
  attempt(connection, frame.type, () => chats.resume(tab, frame), failed);
}

/** Further back. */
export function olderChat({ chats, failed }: BoxVerbParts, { tab, connection }: OpenBox, frame: OlderChat): void {
  attempt(connection, frame.type, () => chats.older(tab, frame), failed);
}
