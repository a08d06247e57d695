import type { Plan, Role } from '@vetrina/protocol/http/account';
import type { AccountId, AgentId, VisitorId } from '@vetrina/protocol/ids';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/**
 * What happened, in the words of the business: one function per event writes the log line and counts it, so that a name in
 * a log, on a dashboard and in the code is always the same. Visitors' doings are counted elsewhere: they are too many to log.
 */
export interface Events {
  serverReady(facts: { url: string; database: 'sqlite' | 'postgres' }): void;
  drainStarted(): void;
  accountCreated(facts: { account: AccountId; firstRun: boolean }): void;
  signedIn(facts: { account: AccountId; agent: AgentId }): void;
  signInRefused(facts: { because: 'wrong_credentials' | 'wrong_code' | 'too_many_requests' }): void;
  signedOut(): void;
  settingsChanged(facts: { account: AccountId; agent: AgentId; changed: readonly string[] }): void;
  planChanged(facts: { account: AccountId; plan: Plan; trialUntil: number | null }): void;
  memberInvited(facts: { account: AccountId; agent: AgentId; role: Role }): void;
  memberJoined(facts: { account: AccountId; agent: AgentId }): void;
  memberChanged(facts: { account: AccountId; agent: AgentId; by: AgentId; changed: readonly string[] }): void;
  passwordChanged(facts: { how: 'by_hand' | 'by_link' }): void;
  secondFactorChanged(facts: { account: AccountId; agent: AgentId; on: boolean }): void;
  identitySecretRenewed(facts: { account: AccountId; agent: AgentId }): void;
  visitorBlocked(facts: { account: AccountId; agent: AgentId; visitor: VisitorId }): void;
  visitorUnblocked(facts: { account: AccountId; agent: AgentId; visitor: VisitorId }): void;
  ipBlockAdded(facts: { account: AccountId; agent: AgentId }): void;
  ipBlockRemoved(facts: { account: AccountId; agent: AgentId }): void;
}

export function createEvents(log: Log, metrics: Metrics): Events {
  const happened = (event: string, sentence: string, facts: Readonly<Record<string, unknown>> = {}) => {
    metrics.events.inc({ event });
    log.info({ event, ...facts }, sentence);
  };
  return {
    serverReady: (facts) => happened('server_ready', 'The server answers', facts),
    drainStarted: () => happened('drain_started', 'The server is stopping gracefully'),
    accountCreated: (facts) => happened('account_created', 'A new account signed up', facts),
    signedIn: (facts) => happened('signed_in', 'An agent signed in', facts),
    signInRefused: (facts) => happened('sign_in_refused', 'A sign-in was refused', facts),
    signedOut: () => happened('signed_out', 'An agent signed out'),
    settingsChanged: (facts) => happened('settings_changed', 'Account settings were changed', facts),
    planChanged: (facts) => happened('plan_changed', "The operator changed an account's plan", facts),
    memberInvited: (facts) => happened('member_invited', 'Somebody was invited to a team', facts),
    memberJoined: (facts) => happened('member_joined', 'An invitation was accepted', facts),
    memberChanged: (facts) => happened('member_changed', 'A member of a team was changed', facts),
    passwordChanged: (facts) => happened('password_changed', 'A password was changed', facts),
    secondFactorChanged: (facts) => happened('second_factor_changed', 'A second factor was changed', facts),
    identitySecretRenewed: (facts) => happened('identity_secret_renewed', 'A signing secret was renewed', facts),
    visitorBlocked: (facts) => happened('visitor_blocked', 'A visitor was blocked', facts),
    visitorUnblocked: (facts) => happened('visitor_unblocked', 'A visitor was unblocked', facts),
    ipBlockAdded: (facts) => happened('ip_block_added', 'An IP pattern was blocked', facts),
    ipBlockRemoved: (facts) => happened('ip_block_removed', 'An IP pattern was unblocked', facts),
  };
}
