import type { VisitorSay } from '@vetrina/protocol/messages/say';
import { answer } from './answer-frame.ts';
import type { BoxVerbParts, OpenBox } from './visitor-box.ts';

/** C3: acknowledged once it is saved, refused otherwise. */
export function say({ chats, failed }: BoxVerbParts, { tab, connection }: OpenBox, frame: VisitorSay): void {
  answer(connection, frame.id, chats.say(tab, frame), failed);
}
