import type { Rate } from '@vetrina/protocol/messages/chat';
import type { Done } from '@vetrina/protocol/messages/say';
import { answer } from './answer-frame.ts';
import type { BoxVerbParts, OpenBox } from './visitor-box.ts';

/** C6. */
export function rateChat({ chats, failed }: BoxVerbParts, { tab, connection }: OpenBox, frame: Rate): void {
  const done: Done = { type: 'done', id: frame.id };
  const work = chats.rate(tab, frame).then(() => done);
  answer(connection, frame.id, work, failed);
}
