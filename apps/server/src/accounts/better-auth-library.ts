import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Kysely } from 'kysely';
import type { Log } from '../platform/log.ts';
import type { OpenedSession } from './ports.ts';

export interface BetterAuthParts {
  // better-auth reads and writes its own tables through our connection.
  readonly db: Kysely<never>;
  readonly dialect: 'sqlite' | 'postgres';
  /** Signs session cookies; must outlive restarts. */
  readonly secret: string;
  readonly publicUrl: string;
  readonly log: Log;
}

export type BetterAuth = ReturnType<typeof openBetterAuth>;

const DAY_SECONDS = 86_400;

/**
 * The library as we use it: its HTTP router (and with it its rate limit, which believes X-Forwarded-For) is not mounted. Its
 * clock is the system's. Transactions are off because it would hold SQLite's one connection while hashing a password.
 */
export function openBetterAuth({ db, dialect, secret, publicUrl, log }: BetterAuthParts) {
  return betterAuth({
    appName: 'Vetrina',
    baseURL: publicUrl,
    secret,
    database: { db, type: dialect, transaction: false },
    emailAndPassword: { enabled: true, autoSignIn: false, minPasswordLength: 10, maxPasswordLength: 128 },
    user: { modelName: 'auth_users' },
    session: { modelName: 'auth_sessions', expiresIn: 30 * DAY_SECONDS, updateAge: DAY_SECONDS },
    account: { modelName: 'auth_credentials' },
    verification: { modelName: 'auth_verifications' },
    plugins: [
      twoFactor({
        schema: { twoFactor: { modelName: 'auth_second_factors' } },
        // Recovery codes are read back by nobody: better-auth keeps them encrypted under the server's secret.
        backupCodeOptions: { storeBackupCodes: 'encrypted' },
      }),
    ],
    advanced: {
      cookiePrefix: 'vetrina',
      useSecureCookies: publicUrl.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
    telemetry: { enabled: false },
    // Its messages may hold e-mail addresses: only faults are passed on, and only their kind.
    logger: {
      level: 'error',
      log: (_level, message) => log.error({ from: 'better-auth' }, message.split(':')[0] ?? ''),
    },
  });
}

/** The library's own name of a refusal. */
export function codeOf(error: unknown): string | undefined {
  return (error as { body?: { code?: string } } | null)?.body?.code;
}

/** The session behind a token that was just given out. */
export async function openedSession(
  auth: BetterAuth,
  token: string,
  cookies: readonly string[],
): Promise<OpenedSession | null> {
  const { internalAdapter } = await auth.$context;
  const opened = await internalAdapter.findSession(token);
  if (opened === null) return null;
  return { step: 'done', user: opened.user.id, session: opened.session.id, cookies };
}
