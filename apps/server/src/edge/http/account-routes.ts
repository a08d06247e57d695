import type { Setup } from '@vetrina/protocol/http/sign-in';
import { changeSettings } from '../../accounts/change-settings.ts';
import { firstRun } from '../../accounts/first-run.ts';
import type { AccountDirectory, SnippetSightings, Tickets } from '../../accounts/ports.ts';
import { preferencesOf, savePreferences } from '../../accounts/preferences.ts';
import { signIn } from '../../accounts/sign-in.ts';
import { signOut } from '../../accounts/sign-out.ts';
import { type SignUpParts, signUp } from '../../accounts/sign-up.ts';
import type { Live } from '../../live/create-live.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Handlers } from './handlers.ts';

export interface AccountRouteParts extends SignUpParts {
  readonly directory: AccountDirectory;
  readonly tickets: Tickets;
  readonly endings: { ended(session: string): void };
  readonly sightings: Pick<SnippetSightings, 'of'>;
  readonly live: Pick<Live, 'numbers' | 'onlyYou'>;
  /** Sign-in hints; empty but in the demo. */
  readonly demoLogins: Setup['demoLogins'];
}

type AccountRoute =
  | 'setup'
  | 'firstRun'
  | 'signUp'
  | 'signIn'
  | 'session'
  | 'signOut'
  | 'agentTicket'
  | 'preferences'
  | 'savePreferences'
  | 'saveAccount'
  | 'installation'
  | 'agents'
  | 'widgetConfig';

/** What the accounts' features do, spoken in HTTP. */
export function accountRoutes(parts: AccountRouteParts): Pick<Handlers, AccountRoute> {
  const { directory, tickets, sightings, live } = parts;
  return {
    async setup() {
      const isSetUp = await parts.store.isSetUp();
      return { firstRun: !isSetUp, signUpOpen: isSetUp && parts.signUpOpen, demoLogins: parts.demoLogins };
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
      const { session, cookies } = await signIn(parts, body, ip);
      setCookies(cookies);
      return { step: 'done', session };
    },
    session: async ({ caller: { agent, account } }) => ({ agent, account }),
    async signOut({ cookie, setCookies }) {
      setCookies(await signOut(parts, cookie));
    },
    agentTicket: async ({ caller }) => tickets.issue(caller.actor),
    preferences: ({ caller }) => preferencesOf(parts, caller.actor),
    savePreferences: ({ caller, body }) => savePreferences(parts, caller.actor, body),
    saveAccount: ({ caller, body }) => changeSettings(parts, caller.actor, body),
    async installation({ caller: { account }, ip }) {
      return { ...sightings.of(account.id), ...live.numbers(account.id), onlyYou: live.onlyYou(account.id, ip) };
    },
    agents: async ({ caller }) => [...(await directory.agents(caller.account.id))],
    async widgetConfig({ params }) {
      const account = await directory.byKey(params.key);
      if (account === null) throw new Refusal('not_found');
      return {
        mode: account.trackingMode,
        respectPrivacySignals: account.respectPrivacySignals,
        accountName: account.name,
        box: account.box,
        groups: [],
      };
    },
  };
}
