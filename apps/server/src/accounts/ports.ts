import type { Face } from '@vetrina/protocol/conversation';
import type { Account, AccountSettings, Agent, Role } from '@vetrina/protocol/http/account';
import type { SnippetRefusal } from '@vetrina/protocol/http/installation';
import type { Preferences } from '@vetrina/protocol/http/preferences';
import type { SecondFactorOffer } from '@vetrina/protocol/http/second-factor';
import type { Group, GroupEdit, Invitation, NewGroup, PresenceChoice } from '@vetrina/protocol/http/team';
import type { AccountId, AccountKey, AgentId, GroupKey, InvitationId } from '@vetrina/protocol/ids';

/** Who is acting, taken from the authenticated session or ticket, never from a frame or body. */
export interface Actor {
  readonly account: AccountId;
  readonly agent: AgentId;
  readonly name: string;
  readonly role: Role;
  /** T1: whose visitors the agent sees (`domain/group-scope`); empty: everyone's, also where the plan has no groups. */
  readonly groups: readonly GroupKey[];
  /** Ends with the session: sockets opened under it are closed then. */
  readonly session: string;
}

/** What the account itself changes, and what only the operator and other doors do. */
export interface AccountChange extends AccountSettings {
  readonly plan?: Account['plan'];
  readonly trialUntil?: number | null;
  readonly signatureDemanded?: boolean;
}

/**
 * Accounts as the hot path needs them: answers from memory, loaded on first use, replaced at once when settings change. `plan`
 * is the plan that counts now: PRO during a trial, and `trialUntil` is null once that is over.
 */
export interface AccountDirectory {
  byKey(key: AccountKey): Promise<Account | null>;
  byId(id: AccountId): Promise<Account | null>;
  /** @throws Refusal `not_found` */
  save(id: AccountId, change: AccountChange): Promise<Account>;
  /** Calls back after every saved change and when a trial ends; answers the unsubscriber. */
  onChange(listener: (account: Account) => void): () => void;
}

/** A person of the team, active or not. */
export interface Member extends Agent {
  readonly user: UserId;
  /** Deactivated members cannot sign in; their name stays on what they wrote. */
  readonly active: boolean;
  /** As stored; an account whose plan has no groups reads it as empty. */
  readonly groups: readonly GroupKey[];
  /** What the agent chose, the same on all devices. */
  readonly status: PresenceChoice;
  /** Ms since 1970. */
  readonly createdAt: number;
}

/** A person of the team as the account's plan counts now. */
export interface Colleague extends Member {
  /** P: active, and within the plan's seats: may come in. */
  readonly seated: boolean;
}

/** Who works for an account, from memory: loaded on first use, replaced at once when this process changes it. */
export interface TeamDirectory {
  /** Oldest first, deactivated ones included; `groups` empty where the plan has none. */
  members(account: AccountId): Promise<readonly Colleague[]>;
  /** Everyone who ever wrote for the account, deactivated ones included. */
  faces(account: AccountId): Promise<ReadonlyMap<AgentId, Face>>;
  /** Calls back after every change of the team: names, photos, roles, groups, who is active or has a seat. Answers the unsubscriber. */
  onChange(listener: (account: AccountId) => void): () => void;
}

/** What active agents chose to be. Whether visitors see them online also depends on an open dashboard. */
export interface AgentStatuses {
  statusChoices(account: AccountId): Promise<ReadonlyMap<AgentId, PresenceChoice>>;
  saveStatus(actor: Pick<Actor, 'account' | 'agent'>, choice: PresenceChoice): Promise<void>;
  onStatusChange(listener: (account: AccountId, agent: AgentId, choice: PresenceChoice) => void): () => void;
}

/** When agents last had a dashboard open, ms since 1970: what a restart must not forget. */
export interface LastHereStore {
  /** Of all accounts, who was here after `since`. */
  hereSince(
    since: number,
  ): Promise<readonly { readonly account: AccountId; readonly agent: AgentId; readonly at: number }[]>;
  saveHere(agents: readonly Pick<Actor, 'account' | 'agent'>[], at: number): Promise<void>;
}

/** One-time admissions to the agent socket: 256 random bits, valid 30 s, taken on first use. */
export interface Tickets {
  issue(actor: Actor): { readonly ticket: string; readonly expiresInMs: number };
  redeem(ticket: string): Actor | null;
}

/** Tells the agent gateway that sessions ended (signed out, run out), so that it closes their sockets. */
export interface SessionEndings {
  onEnd(listener: (session: string) => void): () => void;
  /** A socket is open under this session: its ending is looked for. Answers how to let go. */
  hold(session: string): () => void;
}

/** When and where an account's snippet was last seen, and last turned away. */
export interface Sighting {
  readonly seenAt: number | null;
  readonly seenUrl: string | null;
  readonly refused: { readonly at: number; readonly because: SnippetRefusal; readonly host: string | null } | null;
}

/** V11's memory of the snippet, per account: kept in memory, written behind. */
export interface SnippetSightings {
  seen(account: AccountId, url: string, at: number): void;
  refused(account: AccountId, because: SnippetRefusal, host: string | null, at: number): void;
  of(account: AccountId): Sighting;
  /** Calls back when an account's snippet is seen for the first time. */
  onFirstSeen(listener: (account: AccountId, url: string, at: number) => void): () => void;
}

/** A person who proved who they are. One person, one log-in; which accounts they work for is `TeamStore.membership`. */
export type UserId = string;

/** A session that was just opened: the cookies that carry it go to the browser as they are. */
export interface OpenedSession {
  readonly step: 'done';
  readonly user: UserId;
  readonly session: string;
  readonly cookies: readonly string[];
}

/** The password was right; the cookies are good for `secondFactor` for ten minutes. */
export interface SecondFactorWanted {
  readonly step: 'second-factor';
  readonly cookies: readonly string[];
}

/** People, passwords and sessions. `cookie` is a request's whole `Cookie` header. Only `better-auth.ts` knows what stands behind it. */
export interface Authentication {
  /** Makes a person without a session. `email_taken` tells no more than the form must. */
  register(person: {
    readonly name: string;
    readonly email: string;
    readonly password: string;
  }): Promise<UserId | 'email_taken'>;
  /** null: unknown e-mail or wrong password, in the same time. */
  signIn(email: string, password: string): Promise<OpenedSession | SecondFactorWanted | null>;
  /**
   * The second step, with a code of the authenticator or a recovery code, each good once. `too_many_requests`: this person has to wait;
   * `not_signed_in`: the first step is too long ago.
   */
  secondFactor(
    cookie: string | undefined,
    code: string,
  ): Promise<OpenedSession | 'wrong_code' | 'too_many_requests' | 'not_signed_in'>;
  /** Which of these sessions are still open at `now`, ms since 1970. */
  openSessions(sessions: readonly string[], now: number): Promise<ReadonlySet<string>>;
  session(cookie: string | undefined): Promise<{ readonly user: UserId; readonly session: string } | null>;
  /** Ends the session and answers its id, and the cookies that make the browser forget it. */
  signOut(
    cookie: string | undefined,
  ): Promise<{ readonly session: string | null; readonly cookies: readonly string[] }>;
  /** Ends all sessions of a person but `except`, and answers which. */
  endSessions(user: UserId, except: string | null): Promise<readonly string[]>;
  /** Takes a person back whose account could not be made. */
  forget(user: UserId): Promise<void>;
  userOf(email: string): Promise<UserId | null>;
  checkPassword(user: UserId, password: string): Promise<boolean>;
  setPassword(user: UserId, password: string): Promise<void>;
}

/** Which codes of an authenticator were used. `step`: the 30 s a code belongs to, counted from 1970 (RFC 6238). */
export interface UsedCodes {
  /** False: a code of this step, or of a later one, was used before. */
  use(user: UserId, step: number): Promise<boolean>;
  forget(user: UserId): Promise<void>;
}

/** Second factors (TOTP, RFC 6238): offered, confirmed with a first code, removed. Sessions go on meanwhile. */
export interface SecondFactors {
  /** Which of these people have one that is confirmed. */
  having(users: readonly UserId[]): Promise<ReadonlySet<UserId>>;
  /** A fresh secret for the session's person; an offer that was not confirmed is replaced. */
  offer(cookie: string | undefined, password: string): Promise<SecondFactorOffer | 'wrong_credentials' | 'on_already'>;
  /** False: wrong code, or nothing was offered. */
  confirm(user: UserId, code: string): Promise<boolean>;
  remove(user: UserId): Promise<void>;
}

export interface Membership {
  readonly account: AccountId;
  readonly agent: Agent;
  readonly groups: readonly GroupKey[];
}

export interface NewAccount {
  readonly account: Account;
  readonly owner: { readonly user: UserId; readonly agent: Agent };
  readonly at: number;
  /** True: only if this server has no account yet. */
  readonly mustBeFirst: boolean;
}

/** An account as the operator sees it: plan and trial as stored. */
export interface AccountOverview {
  readonly account: Account;
  readonly createdAt: number;
  /** Active ones. */
  readonly agents: number;
  /** E-mails. */
  readonly owners: readonly string[];
}

/** What the accounts' features need from SQL. */
export interface AccountStore {
  /** One transaction: account, owner, and the mark that the server is set up. */
  create(account: NewAccount): Promise<'created' | 'already_set_up'>;
  isSetUp(): Promise<boolean>;
  /** `plan` and `trialUntil` as stored; what counts is the directory's answer. */
  byKey(key: AccountKey): Promise<Account | null>;
  byId(id: AccountId): Promise<Account | null>;
  save(id: AccountId, change: AccountChange): Promise<Account | null>;
  /** Oldest first. */
  overview(): Promise<readonly AccountOverview[]>;
  preferences(account: AccountId, agent: AgentId): Promise<Preferences | null>;
  savePreferences(account: AccountId, agent: AgentId, preferences: Preferences, at: number): Promise<void>;
  sightings(): Promise<ReadonlyMap<AccountId, Sighting>>;
  saveSightings(sightings: ReadonlyMap<AccountId, Sighting>): Promise<void>;
  /** The secret under this name; the first caller of all processes decides it. */
  secret(name: string, fresh: string): Promise<string>;
  /** I3: the account's secret; `fresh` becomes it if there is none. */
  identitySecret(account: AccountId, fresh: string): Promise<string>;
  renewIdentitySecret(account: AccountId, fresh: string): Promise<void>;
  /** null: nobody asked for it yet. */
  knownIdentitySecret(account: AccountId): Promise<string | null>;
  /** S1: the account that answers in the others' dashboards; null: the operator has named none. */
  supportAccount(): Promise<AccountId | null>;
  saveSupportAccount(account: AccountId | null): Promise<void>;
}

/** What is to be different about a member; absent fields stay. Groups that do not exist are left out. */
export interface MemberChange {
  readonly name?: string;
  readonly photo?: string | null;
  readonly role?: Role;
  readonly active?: boolean;
  readonly groups?: readonly GroupKey[];
  readonly status?: PresenceChoice;
  readonly joinedAt?: number;
}

/** Looks at the team as it is while nobody else can change it, deactivated members included; throws to have nothing happen. */
export type TeamCheck = (team: readonly Member[]) => void;

export interface StoredInvitation extends Omit<Invitation, 'link'> {
  readonly account: AccountId;
}

/** A place that an invited person takes. */
export interface Seat {
  readonly user: UserId;
  readonly agent: Agent;
  readonly groups: readonly GroupKey[];
  readonly at: number;
}

export interface GroupStore {
  groups(account: AccountId): Promise<readonly Group[]>;
  /** False: the key is taken. Members who are not of the account are left out. */
  addGroup(account: AccountId, group: NewGroup, at: number): Promise<boolean>;
  /** False: no such group. */
  editGroup(account: AccountId, key: GroupKey, edit: GroupEdit): Promise<boolean>;
  removeGroup(account: AccountId, key: GroupKey): Promise<boolean>;
}

/** People's places in accounts, and the links that lead there. Tokens are known by their SHA-256 only. */
export interface TeamStore extends GroupStore {
  addAgent(account: AccountId, user: UserId, agent: Agent, at: number): Promise<void>;
  /** Oldest first, deactivated ones included, groups as stored. */
  members(account: AccountId): Promise<readonly Member[]>;
  /** Where the person works; of several accounts the one joined last. */
  membership(user: UserId): Promise<Membership | null>;
  /** False: no such member. Rejects with what `check` throws. */
  change(account: AccountId, agent: AgentId, change: MemberChange, check: TeamCheck): Promise<boolean>;
  /** Expired ones too; oldest first. */
  invitations(account: AccountId): Promise<readonly StoredInvitation[]>;
  /** Takes the place of an earlier one to the same e-mail. `check` is told how many others are open. */
  saveInvitation(
    invitation: StoredInvitation,
    tokenHash: string,
    check: (team: readonly Member[], othersOpen: number) => void,
  ): Promise<void>;
  withdrawInvitation(account: AccountId, id: InvitationId): Promise<boolean>;
  invitationOf(tokenHash: string): Promise<StoredInvitation | null>;
  /** Uses the link up and takes the seat, in one transaction. null: the link was used meanwhile. */
  acceptInvitation(account: AccountId, tokenHash: string, seat: Seat, check: TeamCheck): Promise<AgentId | null>;
  /** One link a person; an earlier one is void. */
  saveReset(user: UserId, tokenHash: string, expiresAt: number): Promise<void>;
  /** Uses the link up. null: unknown, used or expired. */
  takeReset(tokenHash: string, now: number): Promise<UserId | null>;
}
