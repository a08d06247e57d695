import type { AskTranscript } from '@vetrina/protocol/messages/chat';
import type { Done } from '@vetrina/protocol/messages/say';
import { answer } from './answer-frame.ts';
import type { BoxVerbParts, OpenBox } from './visitor-box.ts';

/** C4: the conversation by e-mail. */
export function askTranscript(
  { chats, failed }: BoxVerbParts,
  { tab, connection }: OpenBox,
  frame: AskTranscript,
): void {
  const done: Done = { type: 'done', id: frame.id };
  const work = chats.transcript(tab, frame).then(() => done);
  answer(connection, frame.id, work, failed);
}
