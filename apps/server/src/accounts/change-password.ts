import type { PasswordChange } from '@vetrina/protocol/http/second-factor';
import type { AttemptLimit } from '../platform/attempts.ts';
import type { Events } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Authentication } from './ports.ts';
import type { Caller } from './who-is-it.ts';

export interface PasswordParts {
  readonly authentication: Authentication;
  readonly attempts: { readonly perPerson: AttemptLimit };
  readonly endings: { ended(session: string): void };
  readonly events: Events;
}

/** Signs the person out everywhere else. @throws Refusal `wrong_credentials`, `too_many_requests` */
export async function changePassword(
  parts: PasswordParts,
  caller: Caller,
  { current, fresh }: PasswordChange,
): Promise<void> {
  await demandPassword(parts, caller, current);
  await parts.authentication.setPassword(caller.user, fresh);
  const ended = await parts.authentication.endSessions(caller.user, caller.actor.session);
  for (const session of ended) parts.endings.ended(session);
  parts.events.passwordChanged({ how: 'by_hand' });
}

/**
 * Whoever sits at an unlocked screen does not know the password yet. Guesses have a count of their own: those of strangers at
 * the door do not lock out whoever is in.
 * @throws Refusal `wrong_credentials`, `too_many_requests`
 */
export async function demandPassword(
  { attempts, authentication }: Pick<PasswordParts, 'attempts' | 'authentication'>,
  { user }: Pick<Caller, 'user'>,
  password: string,
): Promise<void> {
  attempts.perPerson.count(user);
  if (!(await authentication.checkPassword(user, password))) throw new Refusal('wrong_credentials');
  attempts.perPerson.forgive(user);
}
