import { betterAuth } from 'better-auth';
import type { Kysely } from 'kysely';
import type { Log } from '../platform/log.ts';
import type { Authentication } from './ports.ts';

export interface BetterAuthParts {
  // better-auth reads and writes its own four tables through our connection.
  readonly db: Kysely<never>;
  readonly dialect: 'sqlite' | 'postgres';
  /** Signs session cookies; must outlive restarts. */
  readonly secret: string;
  readonly publicUrl: string;
  readonly log: Log;
}

const DAY_SECONDS = 86_400;

/**
 * `Authentication` by better-auth, called as a library: its HTTP router (and with it its rate limit, which believes
 * X-Forwarded-For) is not mounted. Its clock is the system's. Transactions are off because it would hold SQLite's one
 * connection while hashing a password.
 */
export function createAuthentication(parts: BetterAuthParts): Authentication {
  const auth = build(parts);
  return {
    async register({ name, email, password }) {
      try {
        const { user } = await auth.api.signUpEmail({ body: { name, email, password } });
        // With `autoSignIn` off an existing e-mail is answered with a made-up person, who has no row.
        const context = await auth.$context;
        const found = await context.internalAdapter.findUserById(user.id);
        return found === null ? 'email_taken' : user.id;
      } catch (error) {
        if (codeOf(error)?.startsWith('USER_ALREADY_EXISTS')) return 'email_taken';
        // Of two at the same moment both find the e-mail free, and the database refuses the second.
        const context = await auth.$context;
        if ((await context.internalAdapter.findUserByEmail(email)) !== null) return 'email_taken';
        throw error;
      }
    },
    async signIn(email, password) {
      try {
        const { headers, response } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true });
        const context = await auth.$context;
        const opened = await context.internalAdapter.findSession(response.token);
        if (opened === null) return null;
        return { user: response.user.id, session: opened.session.id, cookies: headers.getSetCookie() };
      } catch (error) {
        if (codeOf(error) === 'INVALID_EMAIL_OR_PASSWORD' || codeOf(error) === 'INVALID_EMAIL') return null;
        throw error;
      }
    },
    async session(cookie) {
      if (cookie === undefined) return null;
      const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
      return found === null ? null : { user: found.user.id, session: found.session.id };
    },
    async signOut(cookie) {
      const headers = new Headers(cookie === undefined ? {} : { cookie });
      const found = cookie === undefined ? null : await auth.api.getSession({ headers });
      const left = await auth.api.signOut({ headers, returnHeaders: true });
      return { session: found?.session.id ?? null, cookies: left.headers.getSetCookie() };
    },
    async openSessions(sessions, now) {
      const { adapter } = await auth.$context;
      const found = await adapter.findMany<{ id: string; expiresAt: Date }>({
        model: 'session',
        where: [{ field: 'id', operator: 'in', value: [...sessions] }],
        limit: sessions.length,
      });
      return new Set(found.filter(({ expiresAt }) => expiresAt.getTime() > now).map(({ id }) => id));
    },
    async forget(user) {
      const context = await auth.$context;
      await context.internalAdapter.deleteUser(user);
    },
  };
}

function build({ db, dialect, secret, publicUrl, log }: BetterAuthParts) {
  return betterAuth({
    baseURL: publicUrl,
    secret,
    database: { db, type: dialect, transaction: false },
    emailAndPassword: { enabled: true, autoSignIn: false, minPasswordLength: 10, maxPasswordLength: 128 },
    user: { modelName: 'auth_users' },
    session: { modelName: 'auth_sessions', expiresIn: 30 * DAY_SECONDS, updateAge: DAY_SECONDS },
    account: { modelName: 'auth_credentials' },
    verification: { modelName: 'auth_verifications' },
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

function codeOf(error: unknown): string | undefined {
  return (error as { body?: { code?: string } } | null)?.body?.code;
}
