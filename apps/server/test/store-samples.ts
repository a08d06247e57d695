import type { Account } from '@vetrina/protocol/http/account';
import type { AccountId, AccountKey, AgentId, BlockId, PageViewId, VisitId, VisitorId } from '@vetrina/protocol/ids';
import type { NewAccount } from '../src/accounts/ports.ts';
import type { JournalEntry, VisitorKey } from '../src/visitors/ports.ts';
import { accountWith } from './an-account.ts';

/** Readable ids of the right length: `idOf('vi', 'anna')` is `vianna…`. */
const idOf = (prefix: string, name: string): string => prefix + name.padEnd(22, '0').slice(0, 22);

export const accountIdOf = (name: string) => idOf('ac', name) as AccountId;
export const agentIdOf = (name: string) => idOf('ag', name) as AgentId;
export const visitorIdOf = (name: string) => idOf('vi', name) as VisitorId;
export const visitIdOf = (name: string) => idOf('vs', name) as VisitId;
export const blockIdOf = (name: string) => idOf('bl', name) as BlockId;
export const pageIdOf = (name: string) => name.padEnd(8, '0') as PageViewId;
export const keyOf = (name: string) => name.padEnd(32, 'k') as AccountKey;

export const MONDAY = Date.UTC(2025, 5, 2, 10);

export function visitorAt(account: string, visitor: string): VisitorKey {
  return { account: accountIdOf(account), visitor: visitorIdOf(visitor) };
}

export function anAccount(name: string, overrides: Partial<Account> = {}): Account {
  return accountWith({ id: accountIdOf(name), key: keyOf(name), name, ...overrides });
}

export function aNewAccount(name: string, overrides: Partial<NewAccount> = {}): NewAccount {
  return {
    account: anAccount(name),
    owner: {
      user: `user-${name}`,
      agent: {
        id: agentIdOf(name),
        name: `Owner of ${name}`,
        email: `${name}@example.com`,
        role: 'owner',
        photo: null,
      },
    },
    at: MONDAY,
    mustBeFirst: false,
    ...overrides,
  };
}

export function visitStarted(key: VisitorKey, visit: string, at = MONDAY): JournalEntry {
  return {
    ...key,
    kind: 'visit-started',
    visit: visitIdOf(visit),
    at,
    source: { referrer: 'https://search.example/', landingUrl: 'https://shop.example/', utm: { source: 'letter' } },
    place: { country: 'IT', city: 'Roma' },
    machine: { device: 'phone', browser: 'Safari', os: 'iOS', screen: '390×844' },
    language: 'it-IT',
    timezone: 'Europe/Rome',
    ip: '192.0.2.0',
    ipIsMasked: true,
  };
}

export function pageViewed(key: VisitorKey, visit: string, page: string, at = MONDAY, title = page): JournalEntry {
  const url = `https://shop.example/${page}`;
  return { ...key, kind: 'page-viewed', visit: visitIdOf(visit), page: pageIdOf(page), url, title, at };
}

/** What identifies nobody yet. */
export function nobody() {
  return {
    ...{ name: null, email: null, phone: null, group: null, language: null, variables: {} },
    ...{ customer: false, verified: false, userId: null },
  };
}
