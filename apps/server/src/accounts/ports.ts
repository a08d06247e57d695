import type { Account, AccountSettings, Agent, Role } from '@vetrina/protocol/http/account';
import type { AccountId, AccountKey, AgentId } from '@vetrina/protocol/ids';

/** Who is acting, taken from the authenticated session or ticket, never from a frame or body. */
export interface Actor {
  readonly account: AccountId;
  readonly agent: AgentId;
  readonly name: string;
  readonly role: Role;
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

/** One-time admissions to the agent socket: 256 random bits, valid 30 s, taken on first use. */
export interface Tickets {
  issue(actor: Actor): { readonly ticket: string; readonly expiresInMs: number };
  redeem(ticket: string): Actor | null;
}

/** Tells the agent gateway that sessions ended (sign-out, removed agent), so that it closes their sockets. */
export interface SessionEndings {
  onEnd(listener: (session: string) => void): () => void;
}

/** V11's memory of the snippet, per account: kept in memory, written behind. */
export interface SnippetSightings {
  seen(account: AccountId, url: string, at: number): void;
  refused(
    account: AccountId,
    because: 'foreign-origin' | 'bot' | 'tracking-off',
    host: string | null,
    at: number,
  ): void;
  of(account: AccountId): {
    readonly seenAt: number | null;
    readonly seenUrl: string | null;
    readonly refused: { readonly at: number; readonly because: 'foreign-origin' | 'bot' | 'tracking-off'; readonly host: string | null } | null;
  };
  /** Calls back when an account's snippet is seen for the first time. */
  onFirstSeen(listener: (account: AccountId, url: string, at: number) => void): () => void;
}
