import { type BetterAuth, type BetterAuthParts, codeOf, openBetterAuth, openedSession } from './better-auth-library.ts';
import { createSecondFactors, takeSecondStep } from './better-auth-second-factor.ts';
import type { Authentication, SecondFactors, UsedCodes } from './ports.ts';

/** `Authentication` and `SecondFactors` by better-auth, called as a library. */
export function createAuthentication(
  parts: BetterAuthParts & { readonly usedCodes: UsedCodes },
): Authentication & { readonly factors: SecondFactors } {
  const auth = openBetterAuth(parts);
  const { usedCodes } = parts;
  return {
    ...people(auth),
    ...sessions(auth),
    secondFactor: (cookie, code) => takeSecondStep(auth, usedCodes, cookie, code),
    factors: createSecondFactors(auth, usedCodes),
  };
}

type People = Pick<Authentication, 'register' | 'forget' | 'userOf' | 'checkPassword' | 'setPassword'>;

function people(auth: BetterAuth): People {
  return {
    async register({ name, email, password }) {
      const context = await auth.$context;
      try {
        const { user } = await auth.api.signUpEmail({ body: { name, email, password } });
        // With `autoSignIn` off an existing e-mail is answered with a made-up person, who has no row.
        const found = await context.internalAdapter.findUserById(user.id);
        return found === null ? 'email_taken' : user.id;
      } catch (error) {
        if (codeOf(error)?.startsWith('USER_ALREADY_EXISTS')) return 'email_taken';
        // Of two at the same moment both find the e-mail free, and the database refuses the second.
        if ((await context.internalAdapter.findUserByEmail(email)) !== null) return 'email_taken';
        throw error;
      }
    },
    async forget(user) {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteUser(user);
    },
    async userOf(email) {
      const { internalAdapter } = await auth.$context;
      return (await internalAdapter.findUserByEmail(email))?.user.id ?? null;
    },
    async checkPassword(user, password) {
      const { internalAdapter, password: hashing } = await auth.$context;
      const hash = (await internalAdapter.findCredentialAccount(user))?.password;
      return hash !== undefined && hash !== null && (await hashing.verify({ hash, password }));
    },
    async setPassword(user, password) {
      const { internalAdapter, password: hashing } = await auth.$context;
      await internalAdapter.updatePassword(user, await hashing.hash(password));
    },
  };
}

type Sessions = Pick<Authentication, 'signIn' | 'session' | 'signOut' | 'openSessions' | 'endSessions'>;

function sessions(auth: BetterAuth): Sessions {
  return {
    async signIn(email, password) {
      try {
        const { headers, response } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true });
        const cookies = headers.getSetCookie();
        if ('twoFactorRedirect' in response) return { step: 'second-factor', cookies };
        return await openedSession(auth, response.token, cookies);
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
    async openSessions(asked, now) {
      const { adapter } = await auth.$context;
      const found = await adapter.findMany<{ id: string; expiresAt: Date }>({
        model: 'session',
        where: [{ field: 'id', operator: 'in', value: [...asked] }],
        limit: asked.length,
      });
      return new Set(found.filter(({ expiresAt }) => expiresAt.getTime() > now).map(({ id }) => id));
    },
    async endSessions(user, except) {
      const { internalAdapter } = await auth.$context;
      const ending = (await internalAdapter.listSessions(user)).filter(({ id }) => id !== except);
      if (ending.length > 0) await internalAdapter.deleteSessions(ending.map(({ token }) => token));
      return ending.map(({ id }) => id);
    },
  };
}
