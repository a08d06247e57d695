import type { Session } from '@vetrina/protocol/http/account';
import type { SignIn } from '@vetrina/protocol/http/sign-in';
import type { AttemptLimit } from '../platform/attempts.ts';
import { countedAs } from '../platform/client-ip.ts';
import type { Events } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import type { AccountDirectory, Authentication, OpenedSession, TeamStore } from './ports.ts';

/** Attempts at doors that nobody has passed yet, and at one behind them. */
export interface SignInAttempts {
  readonly perIp: AttemptLimit;
  /** One e-mail from one address: whoever guesses elsewhere locks nobody out here. */
  readonly perEmailAndIp: AttemptLimit;
  /** One e-mail from everywhere: far more, for a guesser with many addresses. */
  readonly perEmail: AttemptLimit;
  /** The password and codes of somebody who is signed in. */
  readonly perPerson: AttemptLimit;
}

export interface SignInParts {
  readonly authentication: Authentication;
  readonly team: Pick<TeamStore, 'membership'>;
  readonly directory: Pick<AccountDirectory, 'byId'>;
  readonly attempts: SignInAttempts;
  readonly endings: { ended(session: string): void };
  readonly events: Events;
}

export interface SignedIn {
  readonly step: 'done';
  readonly session: Session;
  readonly cookies: readonly string[];
}

/** One more step on the way: `takeSecondStep` with these cookies. */
interface HalfSignedIn {
  readonly step: 'second-factor';
  readonly cookies: readonly string[];
}

/**
 * Opens a session. Attempts are counted per address and per e-mail before anything is looked up, whether or not the e-mail
 * exists; an unknown e-mail is answered in the time of a wrong password.
 * @throws Refusal `wrong_credentials`, `too_many_requests`
 */
export async function signIn(
  parts: SignInParts,
  { email, password }: SignIn,
  ip: string,
): Promise<SignedIn | HalfSignedIn> {
  const name = email.toLowerCase();
  countAttempt(parts, ip, name);
  const opened = await parts.authentication.signIn(name, password);
  if (opened === null) throw refused(parts, 'wrong_credentials');
  if (opened.step === 'second-factor') return opened;
  return enter(parts, opened, ip);
}

/**
 * The second step, with a code of the authenticator or a recovery code.
 * @throws Refusal `wrong_code`, `too_many_requests`; `not_signed_in` when the first step is too long ago
 */
export async function takeSecondStep(
  parts: SignInParts,
  cookie: string | undefined,
  code: string,
  ip: string,
): Promise<SignedIn> {
  countAttempt(parts, ip);
  const opened = await parts.authentication.secondFactor(cookie, code);
  if (typeof opened === 'string') throw refused(parts, opened);
  return enter(parts, opened, ip);
}

/** @throws Refusal `too_many_requests` */
export function countAttempt(parts: Pick<SignInParts, 'attempts' | 'events'>, ip: string, email?: string): void {
  try {
    parts.attempts.perIp.count(countedAs(ip));
    if (email === undefined) return;
    // In this order: what one address has too many of does not count for all.
    parts.attempts.perEmailAndIp.count(fromAddress(email, ip));
    parts.attempts.perEmail.count(email);
  } catch (error) {
    parts.events.signInRefused({ because: 'too_many_requests' });
    throw error;
  }
}

const fromAddress = (email: string, ip: string): string => `${email} ${countedAs(ip)}`;

/** Where the person works; one whose seats were all taken away is answered like a stranger. */
export async function enter(parts: SignInParts, opened: OpenedSession, ip: string): Promise<SignedIn> {
  const membership = await parts.team.membership(opened.user);
  const account = membership === null ? null : await parts.directory.byId(membership.account);
  if (membership === null || account === null) {
    for (const session of await parts.authentication.endSessions(opened.user, null)) parts.endings.ended(session);
    throw refused(parts, 'wrong_credentials');
  }
  const { email } = membership.agent;
  parts.attempts.perEmailAndIp.forgive(fromAddress(email, ip));
  parts.attempts.perEmail.forgive(email);
  parts.events.signedIn({ account: account.id, agent: membership.agent.id });
  return { step: 'done', session: { agent: membership.agent, account }, cookies: opened.cookies };
}

type Because = 'wrong_credentials' | 'wrong_code' | 'too_many_requests' | 'not_signed_in';

function refused({ events }: Pick<SignInParts, 'events'>, because: Because): Refusal {
  if (because !== 'not_signed_in') events.signInRefused({ because });
  return new Refusal(because);
}
