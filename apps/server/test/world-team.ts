import type { Account, AccountSettings } from '@vetrina/protocol/http/account';
import type { AccountId } from '@vetrina/protocol/ids';
import type { Actor } from '../src/accounts/ports.ts';
import type { LiveServerParts } from '../src/compose-live.ts';

type Ports = Pick<LiveServerParts, 'accounts' | 'tickets' | 'sessions' | 'sightings'>;

/** The accounts' side of a world: settings, tickets, sessions and sightings, without a database behind them. */
export class WorldTeam {
  readonly refusals: { account: AccountId; because: string; host: string | null }[] = [];
  /** Addresses of pages that said hello. */
  readonly seen: string[] = [];
  readonly #accounts: Account[];
  readonly #tickets = new Map<string, Actor>();
  #issued = 0;
  #accountChanged: (account: Account) => void = () => undefined;
  #sessionEnded: (session: string) => void = () => undefined;
  #firstSeen: (account: AccountId, url: string, at: number) => void = () => undefined;

  constructor(accounts: Account[]) {
    this.#accounts = accounts;
  }

  /** What a live server is handed. */
  get ports(): Ports {
    return {
      accounts: {
        byKey: async (key) => this.#accounts.find((account) => account.key === key) ?? null,
        byId: async (id) => this.#accounts.find((account) => account.id === id) ?? null,
        onChange: (listener) => {
          this.#accountChanged = listener;
          return () => undefined;
        },
      },
      tickets: {
        issue: () => ({ ticket: '', expiresInMs: 0 }),
        redeem: (ticket) => {
          const actor = this.#tickets.get(ticket) ?? null;
          this.#tickets.delete(ticket);
          return actor;
        },
      },
      sessions: {
        onEnd: (listener) => {
          this.#sessionEnded = listener;
          return () => undefined;
        },
        hold: () => () => undefined,
      },
      sightings: {
        seen: (account, url, at) => {
          this.seen.push(url);
          if (this.seen.length === 1) this.#firstSeen(account, url, at);
        },
        refused: (account, because, host) => this.refusals.push({ account, because, host }),
        of: () => ({ seenAt: null, seenUrl: null, refused: null }),
        onFirstSeen: (listener) => {
          this.#firstSeen = listener;
          return () => undefined;
        },
      },
    };
  }

  changesSettings(id: AccountId, settings: AccountSettings): void {
    const at = this.#accounts.findIndex((account) => account.id === id);
    const account = { ...this.#accounts[at], ...settings } as Account;
    this.#accounts[at] = account;
    this.#accountChanged(account);
  }

  endsSession(session: string): void {
    this.#sessionEnded(session);
  }

  /** A one-time ticket for this actor. */
  ticket(actor: Actor): string {
    this.#issued += 1;
    const ticket = `ticket ${this.#issued}`;
    this.#tickets.set(ticket, actor);
    return ticket;
  }
}
