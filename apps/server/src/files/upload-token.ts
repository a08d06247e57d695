import { type AccountId, accountId, agentId, type FileId, fileId, visitorId } from '@vetrina/protocol/ids';
import type { Uploader } from './ports.ts';
import type { Seal } from './seal.ts';

/** What a place to upload to was made for. `file` is used up with the first upload, which makes the token good for one. */
export interface UploadTicket {
  readonly purpose: 'file' | 'photo';
  readonly file: FileId;
  readonly account: AccountId;
  readonly by: Uploader;
  /** ms since 1970. */
  readonly expiresAt: number;
}

const PURPOSE = 'upload';

/** The ticket as one URL-safe word. It carries everything itself, so any process can redeem it, and a restart forgets none. */
export function uploadToken(seal: Seal, { purpose, file, account, by, expiresAt }: UploadTicket): string {
  const id = by.who === 'visitor' ? by.visitor : by.agent;
  const facts = [purpose, file, account, id, expiresAt.toString(36)];
  return [...facts, seal.sign(PURPOSE, ...facts)].join('.');
}

/** null: not ours, changed, or too late. */
export function readUploadToken(seal: Seal, token: string, now: number): UploadTicket | null {
  const [purpose = '', file = '', account = '', id = '', expiry = '', signature = ''] = token.split('.');
  if (!seal.verify(signature, PURPOSE, purpose, file, account, id, expiry)) return null;
  const expiresAt = Number.parseInt(expiry, 36);
  if (expiresAt <= now || (purpose !== 'file' && purpose !== 'photo')) return null;
  return { purpose, file: fileId.parse(file), account: accountId.parse(account), by: uploaderOf(id), expiresAt };
}

function uploaderOf(id: string): Uploader {
  const visitor = visitorId.safeParse(id);
  return visitor.success ? { who: 'visitor', visitor: visitor.data } : { who: 'agent', agent: agentId.parse(id) };
}
