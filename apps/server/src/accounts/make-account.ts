import type { Account } from '@vetrina/protocol/http/account';
import { DEFAULT_BOX } from '@vetrina/protocol/http/box';
import type { SignUp } from '@vetrina/protocol/http/sign-in';
import type { Clock } from '../platform/clock.ts';
import type { Ids } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import type { AccountStore, Authentication, NewAccount, TeamStore, UserId } from './ports.ts';

export interface MakeAccountParts {
  readonly authentication: Authentication;
  readonly store: AccountStore;
  readonly team: Pick<TeamStore, 'membership'>;
  readonly ids: Ids;
  readonly clock: Clock;
  /** E-mails whose accounts are being made in this process. */
  readonly underWay: Set<string>;
}

/**
 * Makes a person, their account (PRO: a server of one's own has everything, P) and their seat as its owner. The person comes
 * first and is taken back when the account cannot be made; a process that died in between is made good by signing up again
 * with the same password.
 * @throws Refusal `email_taken`, `already_set_up`
 */
export async function makeAccount(parts: MakeAccountParts, form: SignUp, mustBeFirst: boolean): Promise<Account> {
  const email = form.email.toLowerCase();
  // A form that is sent twice would take its own first half for one that was left behind.
  if (parts.underWay.has(email)) throw emailTaken();
  parts.underWay.add(email);
  try {
    return await make(parts, form, mustBeFirst);
  } finally {
    parts.underWay.delete(email);
  }
}

const emailTaken = () => new Refusal('email_taken', { fields: { email: 'taken' } });

async function make(parts: MakeAccountParts, form: SignUp, mustBeFirst: boolean): Promise<Account> {
  const registered = await parts.authentication.register(form);
  const user = registered === 'email_taken' ? await leftBehind(parts, form) : registered;
  const wanted = newAccount(parts, form, user, mustBeFirst);
  try {
    if ((await parts.store.create(wanted)) === 'already_set_up') throw new Refusal('already_set_up');
  } catch (error) {
    await parts.authentication.forget(user);
    throw error;
  }
  return wanted.account;
}

/** The person of an interrupted sign-up: knows the password and works for nobody. */
async function leftBehind({ authentication, team }: MakeAccountParts, { email, password }: SignUp): Promise<UserId> {
  const user = await authentication.userOf(email.toLowerCase());
  if (user === null || !(await authentication.checkPassword(user, password))) throw emailTaken();
  if ((await team.membership(user)) !== null) throw emailTaken();
  return user;
}

/** What an account is before anybody changes a setting. */
export const FRESH_ACCOUNT: Omit<Account, 'id' | 'key' | 'name'> = {
  plan: 'PRO',
  allowedDomains: [],
  trackingMode: 'full',
  respectPrivacySignals: true,
  storeIp: false,
  keptQueryParameters: [],
  trialUntil: null,
  box: DEFAULT_BOX,
  officeHours: null,
  signatureDemanded: false,
};

function newAccount({ ids, clock }: MakeAccountParts, form: SignUp, user: UserId, mustBeFirst: boolean): NewAccount {
  return {
    account: {
      id: ids.account(),
      key: ids.accountKey(),
      name: form.accountName,
      ...FRESH_ACCOUNT,
    },
    owner: {
      user,
      agent: { id: ids.agent(), name: form.name, email: form.email.toLowerCase(), role: 'owner', photo: null },
    },
    at: clock.now(),
    mustBeFirst,
  };
}
