import type { Setup } from '@vetrina/protocol/http/sign-in';
import { changeSettings } from '../../accounts/change-settings.ts';
import { firstRun } from '../../accounts/first-run.ts';
import { demandSignature, type KeptSecrets, renewSecret, showSecret } from '../../accounts/identity-secrets.ts';
import type { AccountDirectory, SnippetSightings, TeamStore, Tickets } from '../../accounts/ports.ts';
import { preferencesOf, savePreferences } from '../../accounts/preferences.ts';
import { isCodeWanted, type SetupLock } from '../../accounts/setup-code.ts';
import { signIn, takeSecondStep } from '../../accounts/sign-in.ts';
import { signOut } from '../../accounts/sign-out.ts';
import { type SignUpParts, signUp } from '../../accounts/sign-up.ts';
import { supportFor } from '../../accounts/support.ts';
import { widgetConfig } from '../../accounts/widget-config.ts';
import type { Live } from '../../live/create-live.ts';
import type { Mailer } from '../../mail/ports.ts';
import type { Handlers } from './handlers.ts';

export interface AccountRouteParts extends SignUpParts {
  readonly setupLock: SetupLock;
  readonly publicUrl: string;
  readonly directory: AccountDirectory;
  readonly team: TeamStore;
  readonly secrets: KeptSecrets;
  readonly tickets: Tickets;
  readonly sightings: Pick<SnippetSightings, 'of'>;
  readonly live: Pick<Live, 'numbers' | 'onlyYou'>;
  readonly mailer: Pick<Mailer, 'isOn'>;
  /** Sign-in hints; empty but in the demo. */
  readonly demoLogins: Setup['demoLogins'];
}

type AccountRoute =
  | 'setup'
  | 'firstRun'
  | 'signUp'
  | 'signIn'
  | 'secondFactorSignIn'
  | 'session'
  | 'signOut'
  | 'agentTicket'
  | 'preferences'
  | 'savePreferences'
  | 'saveAccount'
  | 'identitySecret'
  | 'renewIdentitySecret'
  | 'demandSignature'
  | 'installation'
  | 'support'
  | 'widgetConfig';

/** What the accounts' features do, spoken in HTTP. */
export function accountRoutes(parts: AccountRouteParts): Pick<Handlers, AccountRoute> {
  const { tickets, sightings, live } = parts;
  return {
    async setup({ ip }) {
      const isSetUp = await parts.store.isSetUp();
      const codeWanted = !isSetUp && isCodeWanted(parts.publicUrl, ip);
      return {
        ...{ firstRun: !isSetUp, codeWanted, signUpOpen: isSetUp && parts.signUpOpen },
        ...{ mail: parts.mailer.isOn, demoLogins: parts.demoLogins },
      };
    },
    async firstRun({ body, ip, setCookies }) {
      const { session, cookies } = await firstRun(parts, body, ip);
      setCookies(cookies);
      return session;
    },
    async signUp({ body, ip, setCookies }) {
      const { session, cookies } = await signUp(parts, body, ip);
      setCookies(cookies);
      return session;
    },
    async signIn({ body, ip, setCookies }) {
      const signedIn = await signIn(parts, body, ip);
      setCookies(signedIn.cookies);
      return signedIn.step === 'done' ? { step: 'done', session: signedIn.session } : { step: 'second-factor' };
    },
    async secondFactorSignIn({ body, cookie, ip, setCookies }) {
      const { session, cookies } = await takeSecondStep(parts, cookie, body.code, ip);
      setCookies(cookies);
      return session;
    },
    session: async ({ caller: { agent, account } }) => ({ agent, account }),
    async signOut({ cookie, setCookies }) {
      setCookies(await signOut(parts, cookie));
    },
    agentTicket: async ({ caller }) => tickets.issue(caller.actor),
    preferences: ({ caller }) => preferencesOf(parts, caller.actor),
    savePreferences: ({ caller, body }) => savePreferences(parts, caller.actor, body),
    saveAccount: ({ caller, body }) => changeSettings(parts, caller, body),
    identitySecret: ({ caller }) => showSecret(parts, caller),
    renewIdentitySecret: ({ caller }) => renewSecret(parts, caller),
    demandSignature: ({ caller, body }) => demandSignature(parts, caller, body.demanded),
    support: ({ caller }) => supportFor(parts, caller),
    async installation({ caller: { account }, ip }) {
      return { ...sightings.of(account.id), ...live.numbers(account.id), onlyYou: live.onlyYou(account.id, ip) };
    },
    widgetConfig: ({ params }) => widgetConfig(parts, params.key),
  };
}
