import type { SignUp } from '@vetrina/protocol/http/sign-in';
import type { AttemptLimit } from '../platform/attempts.ts';
import { countedAs } from '../platform/client-ip.ts';
import { Refusal } from '../platform/refusal.ts';
import { type MakeAccountParts, makeAccount } from './make-account.ts';
import { type SignedIn, type SignInParts, signIn } from './sign-in.ts';

export interface SignUpParts extends MakeAccountParts, SignInParts {
  readonly authentication: SignInParts['authentication'];
  readonly team: SignInParts['team'];
  readonly signUpOpen: boolean;
  readonly signUps: AttemptLimit;
}

/**
 * A new account for a stranger, signed in at once.
 * @throws Refusal `sign_up_closed`, `email_taken`, `too_many_requests`
 */
export async function signUp(parts: SignUpParts, form: SignUp, ip: string): Promise<SignedIn> {
  if (!parts.signUpOpen) throw new Refusal('sign_up_closed');
  parts.signUps.count(countedAs(ip));
  const account = await makeAccount(parts, form, false);
  parts.events.accountCreated({ account: account.id, firstRun: false });
  return signInNewcomer(parts, form, ip);
}

/** Somebody who was left behind by an interrupted sign-up cannot have a second factor. */
export async function signInNewcomer(parts: SignInParts, form: Pick<SignUp, 'email' | 'password'>, ip: string) {
  const signedIn = await signIn(parts, form, ip);
  if (signedIn.step === 'second-factor') throw new Refusal('second_factor');
  return signedIn;
}
