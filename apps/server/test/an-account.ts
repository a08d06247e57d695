import type { Account } from '@vetrina/protocol/http/account';
import { FRESH_ACCOUNT } from '../src/accounts/make-account.ts';

/** An account as a fresh server makes it, with what a test cares about laid over. */
export function accountWith(facts: Pick<Account, 'id' | 'key' | 'name'> & Partial<Account>): Account {
  return { ...FRESH_ACCOUNT, ...facts };
}
