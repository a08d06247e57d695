import type { Face } from '@vetrina/protocol/conversation';
import type { Account, AccountSettings, Agent, Role } from '@vetrina/protocol/http/account';
import type { SnippetRefusal } from '@vetrina/protocol/http/installation';
import type { Preferences } from '@vetrina/protocol/http/preferences';
import type { PresenceChoice } from '@vetrina/protocol/http/team';
import type { AccountId, AccountKey, AgentId, GroupKey } from '@vetrina/protocol/ids';

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

/** Accounts as the hot path needs them: answers from memory, loaded on first use, replaced at once when settings change. */
export interface AccountDirectory {
  byKey(key: AccountKey): Promise<Account | null>;
  byId(id: AccountId): Promise<Account | null>;
  save(id: AccountId, settings: AccountSettings): Promise<Account>;
  agents(id: AccountId): Promise<readonly Agent[]>;
  /** Calls back after every saved change; answers the unsubscriber. */
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

/** Who works for an account, from memory: loaded on first use, replaced at once when this process changes it. */
export interface TeamDirectory {
  /** Oldest first, deactivated ones included; `groups` empty where the plan has none. */
  members(account: AccountId): Promise<readonly Member[]>;
  /** Everyone who ever wrote for the account, deactivated ones included. */
  faces(account: AccountId): Promise<ReadonlyMap<AgentId, Face>>;
  /** Calls back after every change of the team: names, photos, roles, groups, who is active. Answers the unsubscriber. */
  onChange(listener: (account: AccountId) => void): () => void;
}

/** What active agents chose to be. Whether visitors see them online also depends on an open dashboard. */
export interface AgentStatuses {
  statusChoices(account: AccountId): Promise<ReadonlyMap<AgentId, PresenceChoice>>;
  saveStatus(actor: Pick<Actor, 'account' | 'agent'>, choice: PresenceChoice): Promise<void>;
  onStatusChange(listener: (account: AccountId, agent: AgentId, choice: PresenceChoice) => void): () => void;
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

/** A person who proved who they are. One person, one log-in; which accounts they work for is `AccountStore.membership`. */
export type UserId = string;

/** A session that was just opened: the cookies that carry it go to the browser as they are. */
export interface OpenedSession {
  readonly user: UserId;
  readonly session: string;
  readonly cookies: readonly string[];
}

/**
 * People, passwords and sessions. `cookie` is a request's whole `Cookie` header. Behind it stands better-auth, which only
 * `better-auth.ts` knows; its organization and two-factor plugins come with invitations.
 */
export interface Authentication {
  /** Makes a person without a session. `email_taken` tells no more than the form must. */
  register(person: {
    readonly name: string;
    readonly email: string;
    readonly password: string;
  }): Promise<UserId | 'email_taken'>;
  /** null: unknown e-mail or wrong password, in the same time. */
  signIn(email: string, password: string): Promise<OpenedSession | null>;
  /** Which of these sessions are still open at `now`, ms since 1970. */
  openSessions(sessions: readonly string[], now: number): Promise<ReadonlySet<string>>;
  session(cookie: string | undefined): Promise<{ readonly user: UserId; readonly session: string } | null>;
  /** Ends the session and answers its id, and the cookies that make the browser forget it. */
  signOut(
    cookie: string | undefined,
  ): Promise<{ readonly session: string | null; readonly cookies: readonly string[] }>;
  /** Takes a person back whose account could not be made. */
  forget(user: UserId): Promise<void>;
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

/** What the accounts' features need from SQL. */
export interface AccountStore {
  /** One transaction: account, owner, and the mark that the server is set up. */
  create(account: NewAccount): Promise<'created' | 'already_set_up'>;
  addAgent(account: AccountId, user: UserId, agent: Agent, at: number): Promise<void>;
  isSetUp(): Promise<boolean>;
  byKey(key: AccountKey): Promise<Account | null>;
  byId(id: AccountId): Promise<Account | null>;
  save(id: AccountId, settings: AccountSettings): Promise<Account | null>;
  /** Oldest first. */
  agents(account: AccountId): Promise<readonly Agent[]>;
  membership(user: UserId): Promise<Membership | null>;
  preferences(account: AccountId, agent: AgentId): Promise<Preferences | null>;
  savePreferences(account: AccountId, agent: AgentId, preferences: Preferences, at: number): Promise<void>;
  sightings(): Promise<ReadonlyMap<AccountId, Sighting>>;
  saveSightings(sightings: ReadonlyMap<AccountId, Sighting>): Promise<void>;
  /** The secret under this name; the first caller of all processes decides it. */
  secret(name: string, fresh: string): Promise<string>;
}
