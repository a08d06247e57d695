import { createAccountDirectory } from './accounts/account-directory.ts';
import { createAuthentication } from './accounts/better-auth.ts';
import { createIdentitySecrets } from './accounts/identity-secrets.ts';
import { createTickets } from './accounts/issue-ticket.ts';
import { createSessionEndings } from './accounts/session-endings.ts';
import { setupCodeOf } from './accounts/setup-code.ts';
import { createSnippetSightings } from './accounts/snippet-sightings.ts';
import { createTeamDirectory } from './accounts/team-directory.ts';
import { createMailWishes } from './mail/mail-wishes.ts';
import { createAttemptLimit } from './platform/attempts.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { Ids } from './platform/ids.ts';
import type { Log } from './platform/log.ts';
import { createAccountStore } from './store/account-store.ts';
import type { Database } from './store/database.ts';
import { createLastHereStore } from './store/last-here-store.ts';
import { createTeamStore } from './store/team-store.ts';
import { createUsedCodeStore } from './store/used-code-store.ts';

export interface AccountsParts {
  readonly config: Pick<Config, 'publicUrl' | 'signUp'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

const HOUR = 3_600_000;
const SIGN_INS = {
  perIp: { tries: 30, withinMs: 60_000 },
  perEmailAndIp: { tries: 10, withinMs: 300_000 },
  perEmail: { tries: 100, withinMs: 300_000 },
  perPerson: { tries: 10, withinMs: 300_000 },
};
/** From all addresses together; one address has `SIGN_UPS`. */
const SETUP_GUESSES = { tries: 1_000, withinMs: HOUR };
const SIGN_UPS = { tries: 10, withinMs: HOUR };
const RESETS = { tries: 3, withinMs: HOUR };

export type Accounts = Awaited<ReturnType<typeof composeAccounts>>;

/** Everything about accounts and people, put together on an open database. */
export async function composeAccounts(parts: AccountsParts, database: Database) {
  const { config, clock, ids, log } = parts;
  const store = createAccountStore(database);
  const team = createTeamStore(database);
  const directory = createAccountDirectory({ store, clock });
  const { factors, ...authentication } = createAuthentication({
    ...{ log, publicUrl: config.publicUrl, dialect: database.dialect },
    db: database.db as never,
    usedCodes: createUsedCodeStore(database),
    secret: await store.secret('sessions', ids.secret()),
  });
  const endings = createSessionEndings({ clock, authentication, log });
  const sightings = await createSnippetSightings({ store, clock, log });
  return {
    ...{ store, team, directory, authentication, factors, endings, sightings },
    ...{ clock, ids, log, publicUrl: config.publicUrl },
    lastHere: createLastHereStore(database),
    teams: createTeamDirectory({ store: team, directory, clock }),
    secrets: createIdentitySecrets({ store, clock }),
    tickets: createTickets({ clock, ids, sessions: endings }),
    underWay: new Set<string>(),
    ...limits(parts),
    stop() {
      for (const part of [directory, endings, sightings]) part.stop();
    },
  };
}

function limits({ clock, config, ids }: AccountsParts) {
  const limit = ({ tries, withinMs }: typeof SIGN_UPS) => createAttemptLimit(clock, tries, withinMs);
  return {
    attempts: {
      perIp: limit(SIGN_INS.perIp),
      perEmailAndIp: limit(SIGN_INS.perEmailAndIp),
      perEmail: limit(SIGN_INS.perEmail),
      perPerson: limit(SIGN_INS.perPerson),
    },
    setupLock: {
      code: setupCodeOf(ids.secret()),
      guesses: limit(SETUP_GUESSES),
    },
    signUps: limit(SIGN_UPS),
    mailWishes: createMailWishes(clock),
    resets: limit(RESETS),
    signUpOpen: config.signUp === 'open',
  };
}
