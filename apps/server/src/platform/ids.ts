import { randomBytes } from 'node:crypto';
import type {
  AccountId,
  AccountKey,
  AgentId,
  BlockId,
  ChatbotId,
  ConversationId,
  FileId,
  InvitationId,
  MessageId,
  PushDeviceId,
  RuleId,
  ShortcutId,
  TagId,
  ViewId,
  VisitId,
} from '@vetrina/protocol/ids';

/** Fresh ids, handed in so that tests and the demo get the same ones every time. */
export interface Ids {
  account(): AccountId;
  accountKey(): AccountKey;
  agent(): AgentId;
  visit(): VisitId;
  block(): BlockId;
  conversation(): ConversationId;
  /** For entries that the server writes itself. */
  message(): MessageId;
  file(): FileId;
  tag(): TagId;
  shortcut(): ShortcutId;
  rule(): RuleId;
  chatbot(): ChatbotId;
  view(): ViewId;
  invitation(): InvitationId;
  pushDevice(): PushDeviceId;
  /** 256 random bits, URL-safe: tickets, secrets. */
  secret(): string;
}

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const KEY_LENGTH = 32;

const bits128 = (): string => randomBytes(16).toString('base64url');

/** 32 letters and digits without bias: bytes beyond the last whole multiple of 62 are thrown away. */
function alphanumeric(length: number): string {
  const limit = 256 - (256 % ALPHANUMERIC.length);
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < limit && text.length < length) text += ALPHANUMERIC[byte % ALPHANUMERIC.length];
    }
  }
  return text;
}

export const randomIds: Ids = {
  account: () => `ac${bits128()}` as AccountId,
  accountKey: () => alphanumeric(KEY_LENGTH) as AccountKey,
  agent: () => `ag${bits128()}` as AgentId,
  visit: () => `vs${bits128()}` as VisitId,
  block: () => `bl${bits128()}` as BlockId,
  conversation: () => `co${bits128()}` as ConversationId,
  message: () => bits128() as MessageId,
  file: () => `fi${bits128()}` as FileId,
  tag: () => `tg${bits128()}` as TagId,
  shortcut: () => `sc${bits128()}` as ShortcutId,
  rule: () => `ru${bits128()}` as RuleId,
  chatbot: () => `cb${bits128()}` as ChatbotId,
  view: () => `vw${bits128()}` as ViewId,
  invitation: () => `in${bits128()}` as InvitationId,
  pushDevice: () => `pd${bits128()}` as PushDeviceId,
  secret: () => randomBytes(32).toString('base64url'),
};
