import type { OlderChat, ResumeChat } from '@vetrina/protocol/messages/chat';
import { attempt, type Failed } from './answer-frame.ts';
import type { Connection } from './connection.ts';
import type { BoxVerbParts, OpenBox } from './visitor-box.ts';

/** C3: what the box lacks. Whether it may have it is decided anew each time. */
export function resumeChat({ chats, failed }: BoxVerbParts, { tab, connection }: OpenBox, frame: ResumeChat): void {
  atLength(connection, frame.type, () => chats.resume(tab, frame), failed);
}

/** Further back. */
export function olderChat({ chats, failed }: BoxVerbParts, { tab, connection }: OpenBox, frame: OlderChat): void {
  atLength(connection, frame.type, () => chats.older(tab, frame), failed);
}

/** Stretches of a log are long: whoever has not read the last ones gets no more. */
function atLength(connection: Connection, about: string, work: () => Promise<object>, failed: Failed): void {
  if (connection.isBehind) connection.problem('too_many_requests', about);
  else attempt(connection, about, work, failed);
}
