import { createHmac } from 'node:crypto';
import type { AccountId, BrowserKey, VisitorId } from '@vetrina/protocol/ids';

const BYTES = 16;

/**
 * The visitor id agents see. Derived with the server's secret from account and browser key: the key that lets a browser
 * be recognised never leaves the connection, and one browser on two accounts' sites is two unrelated visitors.
 */
export function visitorIdFor(secret: string, account: AccountId, browserKey: BrowserKey): VisitorId {
  const digest = createHmac('sha256', secret).update(`${account}:${browserKey}`).digest();
  return `vi${digest.subarray(0, BYTES).toString('base64url')}` as VisitorId;
}
