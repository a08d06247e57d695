import type { ContactForm } from '@vetrina/protocol/messages/chat';
import type { Done } from '@vetrina/protocol/messages/say';
import { answer } from './answer-frame.ts';
import type { BoxVerbParts, OpenBox } from './visitor-box.ts';

/** I2, C5: the contact form; done once it is saved. */
export function leaveContact({ chats, failed }: BoxVerbParts, { tab, connection }: OpenBox, frame: ContactForm): void {
  const done: Done = { type: 'done', id: frame.id };
  const work = chats.contact(tab, frame).then(() => done);
  answer(connection, frame.id, work, failed);
}
