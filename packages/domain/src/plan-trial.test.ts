import type { Account } from '@vetrina/protocol/http/account';
import { expect, it } from 'vitest';
import { accountAt } from './plan-trial.ts';

const account = (plan: Account['plan'], trialUntil: number | null) => ({ plan, trialUntil }) as Account;

it.each([
  ['no trial', account('FREE', null), account('FREE', null)],
  ['a running trial is PRO', account('FREE', 1_001), account('PRO', 1_001)],
  ['at its end the plan beneath counts', account('STANDARD', 1_000), account('STANDARD', null)],
])('P: %s', (_when, stored, counting) => {
  expect(accountAt(stored, 1_000)).toEqual(counting);
});
