import { applyPatch } from '@vetrina/domain/window';
import type { Account, AccountSettings } from '@vetrina/protocol/http/account';
import type {
  AccountId,
  AccountKey,
  AgentId,
  BlockId,
  BrowserKey,
  PageViewId,
  TabId,
  VisitId,
  VisitorId,
} from '@vetrina/protocol/ids';
import type { Identity } from '@vetrina/protocol/messages/identity';
import type { ListPatch } from '@vetrina/protocol/messages/patch';
import type { Watch } from '@vetrina/protocol/messages/watch';
import type { ListWindow } from '@vetrina/protocol/messages/window';
import { type ToAgent, toAgent } from '@vetrina/protocol/to-agent';
import { PROTOCOL_VERSION } from '@vetrina/protocol/version';
import type { VisitorRow } from '@vetrina/protocol/visitor-row';
import { FakeClock, settle } from '@vetrina/testkit/fake-clock';
import { SocketPair } from '@vetrina/testkit/socket-pair';
import type { Actor } from '../src/accounts/ports.ts';
import type { CounterName } from '../src/edge/counters.ts';
import type { Peer } from '../src/edge/socket.ts';
import { createLive, type Live } from '../src/live/create-live.ts';
import { MemoryStore } from './memory-store.ts';

export const SHOP = 'https://shop.example';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

export function idText(prefix: string, n: number, length = 22): string {
  return prefix + String(n).padStart(length, '0');
}

/** An account with the settings that a test cares about. */
export function anAccount(nth: number, overrides: Partial<Account> = {}): Account {
  return {
    id: idText('ac', nth) as AccountId,
    key: idText('Key', nth, 21) as AccountKey,
    name: `Shop ${nth}`,
    plan: 'PRO',
    allowedDomains: [],
    trackingMode: 'full',
    respectPrivacySignals: true,
    storeIp: false,
    keptQueryParameters: [],
    ...overrides,
  };
}

/**
 * A whole server in memory: real gateways, presence, lists and feeds; clock, sockets and store are the test's. People act
 * by name, and time passes only in `pass`.
 */
export class World {
  readonly clock: FakeClock;
  readonly store: MemoryStore;
  readonly accounts: Account[];
  /** Counts by `name label`. */
  readonly counted = new Map<string, number>();
  readonly failures: unknown[] = [];
  readonly refusals: { account: AccountId; because: string; host: string | null }[] = [];
  readonly seen: string[] = [];
  live!: Live;
  #made = 0;
  readonly #tickets = new Map<string, Actor>();
  #accountChanged: (account: Account) => void = () => undefined;
  #sessionEnded: (session: string) => void = () => undefined;
  #firstSeen: (account: AccountId, url: string, at: number) => void = () => undefined;

  private constructor(clock: FakeClock, store: MemoryStore, accounts: Account[]) {
    this.clock = clock;
    this.store = store;
    this.accounts = accounts;
  }

  /** A fresh world, or, given another's clock and store, the same server after a restart. */
  static async open(options: { clock?: FakeClock; store?: MemoryStore; accounts?: Account[] } = {}): Promise<World> {
    const accounts = options.accounts ?? [anAccount(1), anAccount(2)];
    const world = new World(options.clock ?? new FakeClock(), options.store ?? new MemoryStore(), accounts);
    await world.#start();
    return world;
  }

  async #start(): Promise<void> {
    const { clock, store, accounts } = this;
    this.live = await createLive({
      clock,
      store,
      journal: store,
      secret: 'a secret of this server',
      ids: {
        visit: () => idText('vs', this.next()) as VisitId,
        block: () => idText('bl', this.next()) as BlockId,
        secret: () => `epoch ${clock.now()}`,
      },
      accounts: {
        byKey: async (key) => accounts.find((account) => account.key === key) ?? null,
        byId: async (id) => accounts.find((account) => account.id === id) ?? null,
        save: async (id, settings) => this.settings(id, settings),
        agents: async () => [],
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
      locate: (ip) => (ip.startsWith('203.') ? { country: 'IT', city: 'Milano' } : { country: null, city: null }),
      counters: {
        count: (name, label) => this.counted.set(`${name} ${label}`, this.count(name, label) + 1),
      },
      selfOrigins: ['http://localhost:4000'],
      failed: (reason) => this.failures.push(reason),
    });
  }

  next(): number {
    this.#made += 1;
    return this.#made;
  }

  count(name: CounterName, label: string): number {
    return this.counted.get(`${name} ${label}`) ?? 0;
  }

  async pass(ms: number): Promise<void> {
    await this.clock.pass(ms);
    await settle();
  }

  settings(id: AccountId, settings: AccountSettings): Account {
    const at = this.accounts.findIndex((account) => account.id === id);
    const account = { ...this.accounts[at], ...settings } as Account;
    this.accounts[at] = account;
    this.#accountChanged(account);
    return account;
  }

  endSession(session: string): void {
    this.#sessionEnded(session);
  }

  visitor(name: string, options: Partial<VisitorOptions> = {}): WorldVisitor {
    return new WorldVisitor(this, name, { account: this.accounts[0] as Account, ...options });
  }

  /** An agent of the first account (or another) with an open screen. */
  agent(name: string, account = this.accounts[0] as Account): WorldAgent {
    return new WorldAgent(this, this.actor(name, account));
  }

  actor(name: string, account = this.accounts[0] as Account): Actor {
    return {
      account: account.id,
      agent: idText('ag', this.next()) as AgentId,
      name,
      role: 'agent',
      session: `session of ${name}`,
    };
  }

  /** A one-time ticket for this actor. */
  ticket(actor: Actor): string {
    const ticket = `ticket ${this.next()}`;
    this.#tickets.set(ticket, actor);
    return ticket;
  }

  /** A bare socket at the visitors' door. */
  knock(key: string | null, peer: Partial<Peer> = {}): SocketPair {
    const pair = new SocketPair();
    this.live.visitorGateway.accept(pair.server, aPeer(peer), key);
    return pair;
  }

  /** A bare socket at the agents' door. */
  knockAsAgent(): SocketPair {
    const pair = new SocketPair();
    this.live.agentGateway.accept(pair.server, aPeer());
    return pair;
  }

  async close(): Promise<void> {
    this.live.stop();
    await settle();
  }
}

function aPeer(overrides: Partial<Peer> = {}): Peer {
  return { ip: '203.0.113.7', origin: SHOP, userAgent: FIREFOX, acceptLanguage: 'it-IT,it;q=0.9', ...overrides };
}

interface VisitorOptions {
  readonly account: Account;
  readonly peer: Partial<Peer>;
  readonly identity: Identity;
}

/** A person with a browser. Opens tabs; what is said of "the" tab is said of the newest. */
export class WorldVisitor {
  readonly browserKey: BrowserKey;
  readonly name: string;
  readonly tabs: WorldTab[] = [];
  readonly #world: World;
  readonly #options: Partial<VisitorOptions> & { readonly account: Account };

  constructor(world: World, name: string, options: Partial<VisitorOptions> & { readonly account: Account }) {
    this.#world = world;
    this.name = name;
    this.#options = options;
    this.browserKey = idText('', world.next()) as BrowserKey;
  }

  /** Opens a page in a new tab, named in the list by this person's name. */
  async opens(
    path: string,
    more: { visible?: boolean; tab?: TabId; again?: boolean; pageId?: PageViewId } = {},
  ): Promise<WorldTab> {
    const { account, peer, identity } = this.#options;
    const tab = new WorldTab(
      this.#world,
      more.tab ?? (idText('tab', this.#world.next(), 8) as TabId),
      this.#world.knock(account.key, peer),
    );
    this.tabs.push(tab);
    await tab.says({
      type: 'hello',
      protocol: PROTOCOL_VERSION,
      tab: tab.id,
      visitor: {
        as: 'known',
        browserKey: this.browserKey,
        page: tab.page(path, more.pageId),
        visible: more.visible ?? true,
        identity: identity ?? { name: this.name },
        ...(more.again && { again: true }),
      },
    });
    await this.#world.pass(5);
    return tab;
  }

  get tab(): WorldTab {
    return this.tabs.at(-1) as WorldTab;
  }

  /** Says goodbye, loads the next page, and connects again a moment later. */
  async navigates(path: string, gap = 300): Promise<WorldTab> {
    const { tab } = this;
    await tab.leaves();
    await this.#world.pass(gap);
    return this.opens(path, { tab: tab.id });
  }

  async leaves(): Promise<void> {
    for (const tab of this.tabs) await tab.leaves();
  }

  get id(): VisitorId {
    return this.tabs.flatMap((tab) => tab.received).find((frame) => frame.type === 'welcome')?.visitor as VisitorId;
  }
}

export class WorldTab {
  readonly id: TabId;
  readonly socket: SocketPair;
  pageId!: PageViewId;
  readonly #world: World;

  constructor(world: World, id: TabId, socket: SocketPair) {
    this.#world = world;
    this.id = id;
    this.socket = socket;
  }

  page(path: string, id?: PageViewId) {
    this.pageId = id ?? (idText('page', this.#world.next(), 8) as PageViewId);
    return { id: this.pageId, url: /^\/(?!\/)/.test(path) ? SHOP + path : path, title: `Title of ${path}` };
  }

  async says(frame: object): Promise<void> {
    this.socket.sendToServer(JSON.stringify(frame));
    await settle();
  }

  /** Moves on without leaving the page (a single-page application). */
  shows(path: string): Promise<void> {
    return this.says({ type: 'page-viewed', page: this.page(path) });
  }

  acts(): Promise<void> {
    return this.says({ type: 'activity', kind: 'scroll' });
  }

  async leaves(): Promise<void> {
    await this.says({ type: 'goodbye' });
    this.socket.closeFromClient();
  }

  get received(): { type: string; visitor?: VisitorId; code?: string; about?: string }[] {
    return this.socket.received.map((text) => JSON.parse(text));
  }
}

const EVERYONE: Watch = {
  type: 'watch',
  watch: 1,
  filter: 'all',
  query: '',
  sort: { column: 'status', direction: 'descending' },
  offset: 0,
  limit: 50,
  pace: 'front',
};

/** An agent's screen as the dashboard keeps it: a window, then patches laid over it. */
export class WorldAgent {
  readonly actor: Actor;
  readonly socket: SocketPair;
  readonly frames: ToAgent[] = [];
  /** What the screen shows; null before the first window. */
  window: ListWindow | null = null;
  /** Patches that did not continue the window: there must be none. */
  gaps = 0;
  readonly #world: World;

  constructor(world: World, actor: Actor) {
    this.#world = world;
    this.actor = actor;
    this.socket = world.knockAsAgent();
    this.socket.onText((text) => this.#receive(toAgent.parse(JSON.parse(text))));
    this.says({ type: 'hello', protocol: PROTOCOL_VERSION, ticket: world.ticket(actor) });
  }

  says(frame: object): void {
    this.socket.sendToServer(JSON.stringify(frame));
  }

  async watches(more: Partial<Watch> = {}): Promise<this> {
    await settle();
    this.says({ ...EVERYONE, ...more });
    await settle();
    return this;
  }

  /** The names on the screen, from the top. */
  get names(): (string | null)[] {
    return this.rows.map((row) => row.name);
  }

  get rows(): VisitorRow[] {
    return this.window?.rows ?? [];
  }

  row(name: string): VisitorRow | undefined {
    return this.rows.find((row) => row.name === name);
  }

  of<T extends ToAgent['type']>(type: T): Extract<ToAgent, { type: T }>[] {
    return this.frames.filter((frame): frame is Extract<ToAgent, { type: T }> => frame.type === type);
  }

  get patches(): number {
    return this.of('patch').length;
  }

  /** The same list asked anew on another screen: what the patches must have led to. */
  async fresh(): Promise<ListWindow> {
    const other = new WorldAgent(this.#world, this.actor);
    await other.watches(this.#asked ?? {});
    other.socket.closeFromClient();
    await settle();
    return other.window as ListWindow;
  }

  #asked: Watch | null = null;

  get query(): string {
    return this.#asked?.query ?? '';
  }

  /** Moves what `looksAt` showed. */
  scrolls(offset: number, limit: number): void {
    if (this.#asked === null) return;
    this.#asked = { ...this.#asked, offset, limit };
    this.says({ type: 'scroll', watch: this.#asked.watch, offset, limit });
  }

  /** Like `watches`, remembered for `fresh`. */
  looksAt(more: Partial<Watch> = {}): Promise<this> {
    this.#asked = { ...EVERYONE, ...more };
    return this.watches(more);
  }

  #receive(frame: ToAgent): void {
    this.frames.push(frame);
    if (frame.type === 'window') this.window = frame;
    if (frame.type === 'patch') this.#patch(frame);
  }

  #patch(patch: ListPatch): void {
    if (this.window === null || this.window.watch !== patch.watch || this.window.revision + 1 !== patch.revision) {
      this.gaps += 1;
      return;
    }
    this.window = applyPatch(this.window, patch);
  }
}
