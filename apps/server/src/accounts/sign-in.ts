import type { Session } from '@vetrina/protocol/http/account';
import type { SignIn } from '@vetrina/protocol/http/sign-in';
import { countedAs } from '../platform/client-ip.ts';
import type { Events } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import type { AttemptLimit } from './attempts.ts';
import type { AccountDirectory, AccountStore, Authentication } from './ports.ts';

export interface SignInParts {
  readonly authentication: Authentication;
  readonly store: Pick<AccountStore, 'membership'>;
  readonly directory: Pick<AccountDirectory, 'byId'>;
  readonly attempts: { readonly perIp: AttemptLimit; readonly perEmail: AttemptLimit };
  readonly events: Events;
}

export interface SignedIn {
  readonly session: Session;
  readonly cookies: readonly string[];
}

/**
 * Opens a session. Attempts are counted per address and per e-mail before anything is looked up, whether or not the e-mail
 * exists; an unknown e-mail is answered in the time of a wrong password.
 * @throws Refusal `wrong_credentials`, `too_many_requests`
 */
export async function signIn(parts: SignInParts, { email, password }: SignIn, ip: string): Promise<SignedIn> {
  const name = email.toLowerCase();
  try {
    parts.attempts.perIp.count(countedAs(ip));
    parts.attempts.perEmail.count(name);
  } catch (error) {
    parts.events.signInRefused({ because: 'too_many_requests' });
    throw error;
  }
  const opened = await parts.authentication.signIn(name, password);
  const membership = opened === null ? null : await parts.store.membership(opened.user);
  const account = membership === null ? null : await parts.directory.byId(membership.account);
  if (opened === null || membership === null || account === null) {
    parts.events.signInRefused({ because: 'wrong_credentials' });
    throw new Refusal('wrong_credentials');
  }
  parts.attempts.perEmail.forgive(name);
  parts.events.signedIn({ account: account.id, agent: membership.agent.id });
  return { session: { agent: membership.agent, account }, cookies: opened.cookies };
}
