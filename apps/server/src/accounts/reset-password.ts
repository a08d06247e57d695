import type { Mailer } from '../mail/ports.ts';
import type { AttemptLimit } from '../platform/attempts.ts';
import type { Clock } from '../platform/clock.ts';
import type { Events } from '../platform/events.ts';
import type { Ids } from '../platform/ids.ts';
import type { Log } from '../platform/log.ts';
import { Refusal } from '../platform/refusal.ts';
import { hashOf } from './link-token.ts';
import { resetMail } from './mail-texts.ts';
import type { AccountStore, Authentication, TeamStore } from './ports.ts';
import { countAttempt, type SignInParts } from './sign-in.ts';

const VALID_FOR = 3_600_000;

export interface ResetParts extends Pick<SignInParts, 'attempts' | 'endings'> {
  /** Mails that one address is sent, asked for by whomever. */
  readonly resets: AttemptLimit;
  readonly authentication: Authentication;
  readonly team: TeamStore;
  readonly store: Pick<AccountStore, 'preferences'>;
  readonly mailer: Mailer;
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Pick<Ids, 'secret'>;
  readonly publicUrl: string;
  readonly events: Events;
  readonly log: Log;
}

/**
 * Mails a link to whoever has this e-mail. Known and unknown ones are answered alike and at once: looking and sending come
 * after the answer.
 * @throws Refusal `mail_off`, `too_many_requests`
 */
export async function forgotPassword(parts: ResetParts, typed: string, ip: string): Promise<void> {
  if (!parts.mailer.isOn) throw new Refusal('mail_off');
  const email = typed.toLowerCase();
  countAttempt(parts, ip);
  parts.resets.count(email);
  mailLink(parts, email).catch((err: unknown) => parts.log.warn({ err }, 'A password link could not be sent'));
}

async function mailLink(parts: ResetParts, email: string): Promise<void> {
  const user = await parts.authentication.userOf(email);
  if (user === null) return;
  const token = parts.ids.secret();
  await parts.team.saveReset(user, hashOf(token), parts.clock.now() + VALID_FOR);
  const works = await parts.team.membership(user);
  const preferences = works === null ? null : await parts.store.preferences(works.account, works.agent.id);
  await parts.mailer.send(
    resetMail(preferences?.language ?? 'en', email, `${parts.publicUrl}/reset-password/${token}`),
  );
}

/** Sets the password and signs the person out everywhere. A second factor stays. @throws Refusal `link_expired` */
export async function freshPassword(parts: ResetParts, token: string, password: string, ip: string): Promise<void> {
  countAttempt(parts, ip);
  const user = await parts.team.takeReset(hashOf(token), parts.clock.now());
  if (user === null) throw new Refusal('link_expired');
  await parts.authentication.setPassword(user, password);
  for (const session of await parts.authentication.endSessions(user, null)) parts.endings.ended(session);
  parts.events.passwordChanged({ how: 'by_link' });
}
