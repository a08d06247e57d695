import type { AskUpload, UploadTo } from '@vetrina/protocol/messages/chat';
import type { Tab } from '../live/visitor-intake.ts';
import { Refusal } from '../platform/refusal.ts';
import { answer } from './answer-frame.ts';
import type { BoxVerbParts, OpenBox } from './visitor-box.ts';

/** C4: a place to put a file, for those who may speak where files are wanted. */
export function askUpload(parts: BoxVerbParts, { tab, connection }: OpenBox, { id }: AskUpload): void {
  answer(connection, id, offer(parts, tab, id), parts.failed);
}

async function offer({ uploads, chats }: BoxVerbParts, tab: Tab, id: AskUpload['id']): Promise<UploadTo> {
  if (chats.isBlocked(tab)) throw new Refusal('blocked');
  if (!tab.account.box.files) throw new Refusal('forbidden');
  return {
    type: 'upload-to',
    id,
    ...uploads({ account: tab.account.id, visitor: tab.visitor, ip: chats.addressOf(tab) }),
  };
}
