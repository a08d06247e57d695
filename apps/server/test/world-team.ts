import type { Account, AccountSettings } from '@vetrina/protocol/http/account';
import type { PresenceChoice } from '@vetrina/protocol/http/team';
import type { AccountId, AgentId, GroupKey } from '@vetrina/protocol/ids';
import type { Actor, Colleague } from '../src/accounts/ports.ts';
import type { LiveServerParts } from '../src/compose-live.ts';

type Ports = Pick<
  LiveServerParts,
  'accounts' | 'tickets' | 'sessions' | 'sightings' | 'team' | 'statuses' | 'lastHere' | 'colleagues'
>;

/** The accounts' side of a world: settings, tickets, sessions and sightings, without a database behind them. */
export class WorldTeam {
  readonly refusals: { account: AccountId; because: string; host: string | null }[] = [];
  /** Addresses of pages that said hello. */
  readonly seen: string[] = [];
  /** Groups that conversations can be given to. */
  readonly groups: string[] = ['sales', 'support'];
  readonly #accounts: Account[];
  readonly #members = new Map<AccountId, Colleague[]>();
  readonly #lastHere = new Map<AgentId, { account: AccountId; agent: AgentId; at: number }>();
  #teamChanged: (account: AccountId) => void = () => undefined;
  #statusChanged: (account: AccountId, agent: AgentId, choice: PresenceChoice) => void = () => undefined;
  readonly #tickets = new Map<string, Actor>();
  #issued = 0;
  readonly #accountChanged = new Set<(account: Account) => void>();
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
          this.#accountChanged.add(listener);
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
      team: {
        members: async (account) => this.#members.get(account) ?? [],
        faces: async (account) =>
          new Map((this.#members.get(account) ?? []).map(({ id, name, photo }) => [id, { id, name, photo }])),
        onChange: (listener) => {
          this.#teamChanged = listener;
          return () => undefined;
        },
      },
      statuses: {
        statusChoices: async (account) =>
          new Map((this.#members.get(account) ?? []).map(({ id, status }) => [id, status])),
        onStatusChange: (listener) => {
          this.#statusChanged = listener;
          return () => undefined;
        },
      },
      lastHere: {
        hereSince: async (since) => [...this.#lastHere.values()].filter(({ at }) => at > since),
        saveHere: async (agents, at) => {
          for (const { account, agent } of agents) this.#lastHere.set(agent, { account, agent, at });
        },
      },
      colleagues: {
        isActive: async (account, agent) =>
          (this.#members.get(account) ?? []).some(({ id, active }) => id === agent && active),
        hasGroup: async (_account, group) => this.groups.includes(group),
      },
    };
  }

  changesSettings(id: AccountId, settings: AccountSettings & Partial<Pick<Account, 'plan'>>): void {
    const at = this.#accounts.findIndex((account) => account.id === id);
    const account = { ...this.#accounts[at], ...settings } as Account;
    this.#accounts[at] = account;
    for (const listener of this.#accountChanged) listener(account);
  }

  /** Somebody works here, online unless said otherwise. */
  employs({ account, agent, name, role, groups }: Actor, status: PresenceChoice = 'online'): void {
    const member: Colleague = {
      ...{ id: agent, name, role, groups, status, active: true, seated: true, createdAt: 0, photo: null },
      ...{ user: `user ${name}`, email: `${name.toLowerCase()}@shop.example` },
    };
    this.#members.set(account, [...(this.#members.get(account) ?? []), member]);
    this.#teamChanged(account);
  }

  regroups({ account, agent }: Actor, groups: readonly string[]): void {
    const members = (this.#members.get(account) ?? []).map((one) =>
      one.id === agent ? { ...one, groups: groups as readonly GroupKey[] } : one,
    );
    this.#members.set(account, members);
    this.#teamChanged(account);
  }

  choosesStatus({ account, agent }: Actor, status: PresenceChoice): void {
    const members = (this.#members.get(account) ?? []).map((one) => (one.id === agent ? { ...one, status } : one));
    this.#members.set(account, members);
    this.#statusChanged(account, agent, status);
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
