import type { Account } from '@vetrina/protocol/http/account';

/** An account as a fresh server makes it, with what a test cares about laid over. */
export function accountWith(facts: Pick<Account, 'id' | 'key' | 'name'> & Partial<Account>): Account {
  return {
    plan: 'PRO',
    allowedDomains: [],
    trackingMode: 'full',
    respectPrivacySignals: true,
    storeIp: false,
    keptQueryParameters: [],
    ...facts,
  };
}
