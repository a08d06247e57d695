import type { FromBox } from '@vetrina/protocol/from-visitor';
import type { BoxStates } from '../live/box-states.ts';
import type { Boxes } from '../live/boxes.ts';
import type { VisitorChats } from '../live/visitor-chats.ts';
import type { Tab, VisitorIntake } from '../live/visitor-intake.ts';
import type { Connection } from './connection.ts';
import { leaveContact } from './visitor-contact.ts';
import { rateChat } from './visitor-rate.ts';
import { markRead } from './visitor-read.ts';
import { olderChat, resumeChat } from './visitor-resume.ts';
import { say } from './visitor-say.ts';
import { askTranscript } from './visitor-transcript.ts';
import { showTyping } from './visitor-typing.ts';
import { askUpload, type Uploads } from './visitor-upload.ts';

export interface BoxVerbParts {
  readonly intake: Pick<VisitorIntake, 'spoke'>;
  readonly chats: VisitorChats;
  readonly boxes: Boxes;
  readonly boxStates: BoxStates;
  readonly uploads: Uploads;
  readonly failed: (reason: unknown) => void;
}

/** An admitted tab and its socket. */
export interface OpenBox {
  readonly tab: Tab;
  readonly connection: Connection;
}

/** What the chat box says, a file per verb. */
export function takeFromBox(parts: BoxVerbParts, box: OpenBox, frame: FromBox): void {
  const spoken = frame.type === 'say' || frame.type === 'contact' || frame.type === 'rate';
  // The outbox sends it again after the hello.
  if (!parts.intake.spoke(box.tab, spoken)) return box.connection.close('silent');
  switch (frame.type) {
    case 'say':
      return say(parts, box, frame);
    case 'typing':
      return showTyping(parts, box, frame);
    case 'read':
      return markRead(parts, box, frame);
    case 'resume-chat':
      return resumeChat(parts, box, frame);
    case 'older-chat':
      return olderChat(parts, box, frame);
    case 'contact':
      return leaveContact(parts, box, frame);
    case 'rate':
      return rateChat(parts, box, frame);
    case 'transcript':
      return askTranscript(parts, box, frame);
    case 'upload':
      return askUpload(parts, box, frame);
  }
}
