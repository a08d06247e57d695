import { createOTP } from '@better-auth/utils/otp';
import { symmetricDecrypt } from 'better-auth/crypto';
import { systemClock } from '../platform/clock.ts';
import { type BetterAuth, codeOf, openedSession } from './better-auth-library.ts';
import type { Authentication, SecondFactors, UsedCodes, UserId } from './ports.ts';

const MODEL = 'twoFactor';
const SIX_DIGITS = /^\d{6}$/;

interface FactorRow {
  readonly id: string;
  readonly userId: string;
  readonly secret: string;
  readonly verified: boolean | null;
}

/**
 * Second factors by better-auth's plugin. Its own ways of confirming and removing one open a new session and end the old
 * one, which would close the sockets of whoever does it; these leave sessions alone.
 */
export function createSecondFactors(auth: BetterAuth, usedCodes: UsedCodes): SecondFactors {
  return {
    async having(users) {
      if (users.length === 0) return new Set<UserId>();
      const { adapter } = await auth.$context;
      const found = await adapter.findMany<FactorRow>({
        model: MODEL,
        where: [{ field: 'userId', operator: 'in', value: [...users] }],
        limit: users.length,
      });
      return new Set(found.filter(({ verified }) => verified === true).map(({ userId }) => userId));
    },
    async offer(cookie, password) {
      try {
        const headers = new Headers(cookie === undefined ? {} : { cookie });
        const offered = await auth.api.enableTwoFactor({ body: { password }, headers });
        if (offered.method !== 'totp') throw new Error('a second factor other than the one asked for was offered');
        const secret = new URL(offered.totpURI).searchParams.get('secret') ?? '';
        return { address: offered.totpURI, secret, recoveryCodes: offered.backupCodes };
      } catch (error) {
        if (codeOf(error) === 'INVALID_PASSWORD') return 'wrong_credentials';
        if (codeOf(error) === 'TOTP_ALREADY_ENABLED') return 'on_already';
        throw error;
      }
    },
    async confirm(user, code) {
      const { adapter, internalAdapter } = await auth.$context;
      const offered = await factorOf(auth, user);
      if (offered === null || offered.verified === true) return false;
      const step = await stepOf(auth, offered, code);
      if (step === null || !(await usedCodes.use(user, step))) return false;
      await adapter.update({ model: MODEL, where: [{ field: 'id', value: offered.id }], update: { verified: true } });
      await internalAdapter.updateUser(user, { twoFactorEnabled: true });
      return true;
    },
    async remove(user) {
      const { adapter, internalAdapter } = await auth.$context;
      await internalAdapter.updateUser(user, { twoFactorEnabled: false });
      await adapter.delete({ model: MODEL, where: [{ field: 'userId', value: user }] });
      // The next one has another secret, whose codes are all fresh.
      await usedCodes.forget(user);
    },
  };
}

async function factorOf(auth: BetterAuth, user: UserId): Promise<FactorRow | null> {
  const { adapter } = await auth.$context;
  return adapter.findOne<FactorRow>({ model: MODEL, where: [{ field: 'userId', value: user }] });
}

/** Codes of the step before and of the next are accepted too: clocks differ, and typing takes time (RFC 6238 section 5.2). */
const WINDOW = [-1, 0, 1];
const STEP = 30_000;

/** The step a code belongs to; null: none of these. By the system's clock, as better-auth. */
async function stepOf(auth: BetterAuth, { secret }: FactorRow, code: string): Promise<number | null> {
  const { secretConfig } = await auth.$context;
  const otp = createOTP(await symmetricDecrypt({ key: secretConfig, data: secret }));
  const now = Math.floor(systemClock.now() / STEP);
  let found: number | null = null;
  for (const step of WINDOW.map((offset) => now + offset)) if ((await otp.hotp(step)) === code) found = step;
  return found;
}

/** Was this code of the authenticator used for the first time? better-auth accepts one again for as long as it is shown. */
async function isFresh(auth: BetterAuth, usedCodes: UsedCodes, user: UserId, code: string): Promise<boolean> {
  const factor = await factorOf(auth, user);
  const step = factor === null ? null : await stepOf(auth, factor, code);
  return step !== null && usedCodes.use(user, step);
}

/** better-auth counts wrong codes: five for one sign-in, ten in a row for one person, who then waits 15 minutes. */
export async function takeSecondStep(
  auth: BetterAuth,
  usedCodes: UsedCodes,
  cookie: string | undefined,
  code: string,
): ReturnType<Authentication['secondFactor']> {
  const headers = new Headers({ cookie: onlyTheFirstStep(cookie) });
  const asked = { body: { code }, headers, returnHeaders: true } as const;
  try {
    const answer = SIX_DIGITS.test(code) ? await auth.api.verifyTOTP(asked) : await auth.api.verifyBackupCode(asked);
    const { token } = answer.response;
    const opened = token === undefined ? null : await openedSession(auth, token, answer.headers.getSetCookie());
    if (opened === null || token === undefined) return 'not_signed_in';
    if (!SIX_DIGITS.test(code) || (await isFresh(auth, usedCodes, opened.user, code))) return opened;
    await (await auth.$context).internalAdapter.deleteSession(token);
    return 'wrong_code';
  } catch (error) {
    switch (codeOf(error)) {
      case 'INVALID_CODE':
      case 'INVALID_BACKUP_CODE':
        return 'wrong_code';
      case 'ACCOUNT_TEMPORARILY_LOCKED':
      case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
        return 'too_many_requests';
      case 'INVALID_TWO_FACTOR_COOKIE':
      case 'TOTP_NOT_ENABLED':
      case 'BACKUP_CODES_NOT_ENABLED':
        return 'not_signed_in';
      default:
        throw error;
    }
  }
}

/** With a session in the request as well, better-auth would take the code for one of that session's person. */
function onlyTheFirstStep(cookie = ''): string {
  return cookie
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.split('=')[0]?.endsWith('.two_factor'))
    .join('; ');
}
