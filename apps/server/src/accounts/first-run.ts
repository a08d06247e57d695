import type { FirstRun } from '@vetrina/protocol/http/sign-in';
import { countedAs } from '../platform/client-ip.ts';
import { Refusal } from '../platform/refusal.ts';
import { makeAccount } from './make-account.ts';
import { demandSetupCode, isCodeWanted, type SetupLock } from './setup-code.ts';
import type { SignedIn } from './sign-in.ts';
import { type SignUpParts, signInNewcomer } from './sign-up.ts';

/**
 * The wizard of a server nobody has signed up on: the first account, whatever `SIGN_UP` says. Of two at the same moment
 * one wins. Whoever finds a fresh server first would own it, so the code that only its operator sees is demanded.
 * @throws Refusal `already_set_up`, `wrong_code`, `too_many_requests`
 */
export async function firstRun(
  parts: SignUpParts & { readonly setupLock: SetupLock; readonly publicUrl: string },
  { setupCode, ...form }: FirstRun,
  ip: string,
): Promise<SignedIn> {
  if (await parts.store.isSetUp()) throw new Refusal('already_set_up');
  parts.signUps.count(countedAs(ip));
  if (isCodeWanted(parts.publicUrl, ip)) demandSetupCode(parts.setupLock, setupCode);
  const account = await makeAccount(parts, form, true);
  parts.events.accountCreated({ account: account.id, firstRun: true });
  return signInNewcomer(parts, form, ip);
}
