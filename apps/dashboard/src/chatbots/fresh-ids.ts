import type { Reply } from '@vetrina/protocol/automation/flow';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { randomMessageId } from '../feed/random-id.ts';

export function freshBlockId(): FlowBlockId {
  return `fb${randomMessageId()}` as FlowBlockId;
}

/** Unique within its block. */
export function freshReply(text: string): Reply {
  return { id: `re${randomMessageId().slice(0, 8)}`, text };
}
