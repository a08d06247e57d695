import type { SignUp } from '@vetrina/protocol/http/sign-in';
import { countedAs } from '../platform/client-ip.ts';
import { Refusal } from '../platform/refusal.ts';
import { makeAccount } from './make-account.ts';
import type { SignedIn } from './sign-in.ts';
import { type SignUpParts, signInNewcomer } from './sign-up.ts';

/**
 * The wizard of a server nobody has signed up on: the first account, whatever `SIGN_UP` says. Of two at the same moment
 * one wins. @throws Refusal `already_set_up`
 */
export async function firstRun(parts: SignUpParts, form: SignUp, ip: string): Promise<SignedIn> {
  if (await parts.store.isSetUp()) throw new Refusal('already_set_up');
  parts.signUps.count(countedAs(ip));
  const account = await makeAccount(parts, form, true);
  parts.events.accountCreated({ account: account.id, firstRun: true });
  return signInNewcomer(parts, form, ip);
}
