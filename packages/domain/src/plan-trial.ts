import type { Account } from '@vetrina/protocol/http/account';

/** A trial is PRO for so many days unless the operator says otherwise (P). */
export const TRIAL_DAYS = 14;

/** P: the account as it counts at `at` (ms since 1970): PRO until the trial ends, then the plan underneath. */
export function accountAt(stored: Account, at: number): Account {
  if (stored.trialUntil === null) return stored;
  return stored.trialUntil > at ? { ...stored, plan: 'PRO' } : { ...stored, trialUntil: null };
}
