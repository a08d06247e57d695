import type { Account } from '@vetrina/protocol/http/account';
import type { AccountId, AccountKey } from '@vetrina/protocol/ids';
import type { Peer } from '../src/edge/socket.ts';
import { accountWith } from './an-account.ts';

export const SHOP = 'https://shop.example';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

export function idText(prefix: string, n: number, length = 22): string {
  return prefix + String(n).padStart(length, '0');
}

/** An account with the settings that a test cares about. */
export function anAccount(nth: number, overrides: Partial<Account> = {}): Account {
  return accountWith({
    id: idText('ac', nth) as AccountId,
    key: idText('Key', nth, 21) as AccountKey,
    name: `Shop ${nth}`,
    ...overrides,
  });
}

export function aPeer(overrides: Partial<Peer> = {}): Peer {
  return { ip: '203.0.113.7', origin: SHOP, userAgent: FIREFOX, acceptLanguage: 'it-IT,it;q=0.9', ...overrides };
}
