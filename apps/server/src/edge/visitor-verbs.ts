import type { FromBox } from '@vetrina/protocol/from-visitor';
import type { BoxVerbParts, OpenBox } from './visitor-box.ts';
import { leaveContact } from './visitor-contact.ts';
import { rateChat } from './visitor-rate.ts';
import { markRead } from './visitor-read.ts';
import { olderChat, resumeChat } from './visitor-resume.ts';
import { say } from './visitor-say.ts';
import { askTranscript } from './visitor-transcript.ts';
import { showTyping } from './visitor-typing.ts';
import { askUpload } from './visitor-upload.ts';

/** What the chat box says, a file per verb. */
export function takeFromBox(parts: BoxVerbParts, box: OpenBox, frame: FromBox): void {
  const spoken = frame.type === 'say' || frame.type === 'contact' || frame.type === 'rate';
  // The outbox sends it again after the hello.
  if (!parts.intake.spoke(box.tab, spoken)) {
    box.connection.close('silent');
    return;
  }
  switch (frame.type) {
    case 'say':
      say(parts, box, frame);
      break;
    case 'typing':
      showTyping(parts, box, frame);
      break;
    case 'read':
      markRead(parts, box, frame);
      break;
    case 'resume-chat':
      resumeChat(parts, box, frame);
      break;
    case 'older-chat':
      olderChat(parts, box, frame);
      break;
    case 'contact':
      leaveContact(parts, box, frame);
      break;
    case 'rate':
      rateChat(parts, box, frame);
      break;
    case 'transcript':
      askTranscript(parts, box, frame);
      break;
    case 'upload':
      askUpload(parts, box, frame);
      break;
  }
}
