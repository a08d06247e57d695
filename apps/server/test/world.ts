import type { RuleDraft } from '@vetrina/protocol/automation/rule';
import type { Account } from '@vetrina/protocol/http/account';
import type {
  AgentId,
  BlockId,
  ConversationId,
  GroupKey,
  MessageId,
  RuleId,
  TagId,
  ViewId,
  VisitId,
  VisitorId,
} from '@vetrina/protocol/ids';
import { FakeClock, settle } from '@vetrina/testkit/fake-clock';
import { SocketPair } from '@vetrina/testkit/socket-pair';
import type { Actor } from '../src/accounts/ports.ts';
import type { LanguageModel, Webhooks } from '../src/chatbots/ports.ts';
import { composeLive, type LiveServer } from '../src/compose-live.ts';
import type { ConversationChange } from '../src/conversations/changes.ts';
import { ARRIVAL_LIMITS, type ArrivalLimits } from '../src/edge/account-limit.ts';
import { ADDRESS_LIMITS, type AddressLimits } from '../src/edge/address-budget.ts';
import type { Peer } from '../src/edge/socket.ts';
import { createMailWishes } from '../src/mail/mail-wishes.ts';
import type { CounterName } from '../src/platform/counters.ts';
import type { EnteredPush } from '../src/views/ports.ts';
import type { SavedViewParts } from '../src/views/saved-views.ts';
import { ViewBook } from '../src/views/view-book.ts';
import { MemoryStore } from './memory-store.ts';
import { WorldAgent } from './world-agent.ts';
import { NO_AUTOMATION, NO_BOTS, NO_CONVERSATIONS, NO_PAST, NO_VIEWS, type WorldDatabase } from './world-database.ts';
import { anAccount, aPeer, idText } from './world-samples.ts';
import { WorldTeam } from './world-team.ts';
import { type VisitorOptions, WorldVisitor } from './world-visitor.ts';

interface WorldOptions {
  readonly clock?: FakeClock;
  readonly store?: MemoryStore;
  readonly accounts?: Account[];
  /** Who works here, of the world before a restart. */
  readonly team?: WorldTeam;
  readonly arrivals?: ArrivalLimits;
  readonly addressLimits?: AddressLimits;
  /** People talk in this world, and the real store keeps it. */
  readonly database?: WorldDatabase;
  /** What webhooks answer from the beginning. */
  readonly call?: Webhooks['call'];
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
  /** Changes of conversations that the e-mails were told of. */
  readonly mailed: ConversationChange[] = [];
  /** Who came to the sites, as phones were told. */
  readonly arrivals: VisitorId[] = [];
  readonly tags: { id: TagId }[] = [{ id: idText('tg', 1) as TagId }];
  readonly files = {
    mayBeSaid: async () => true,
    cards: async () => new Map(),
  };
  /** What the outside answers chatbots. */
  readonly webhooks: Webhooks = { call: async () => ({ outcome: 'failed', because: 'unreachable', status: null }) };
  readonly model: LanguageModel = { isOn: true, ask: async () => ({ outcome: 'failed', because: 'unreachable' }) };
  readonly team: WorldTeam;
  /** Who was to be told by Web Push of somebody entering a view. */
  readonly pushed: { readonly agents: readonly AgentId[]; readonly entered: EnteredPush }[] = [];
  /** Saved views, as the routes act on them. */
  views!: SavedViewParts;
  live!: LiveServer;
  #made = 0;

  private constructor(clock: FakeClock, store: MemoryStore, accounts: Account[], team: WorldTeam) {
    this.clock = clock;
    this.store = store;
    this.accounts = accounts;
    this.team = team;
  }

  /** A fresh world, or, given another's clock and store, the same server after a restart. */
  static async open(options: WorldOptions = {}): Promise<World> {
    const accounts = options.accounts ?? [anAccount(1), anAccount(2)];
    const team = options.team ?? new WorldTeam(accounts);
    const world = new World(options.clock ?? new FakeClock(), options.store ?? new MemoryStore(), accounts, team);
    if (options.call !== undefined) world.webhooks.call = options.call;
    await world.#start(options, options.database);
    return world;
  }

  async #start(
    { arrivals = ARRIVAL_LIMITS, addressLimits = ADDRESS_LIMITS }: WorldOptions,
    database?: WorldDatabase,
  ): Promise<void> {
    const { clock, store } = this;
    const viewStore = database?.views ?? NO_VIEWS;
    const book = new ViewBook(viewStore, (reason) => this.failures.push(reason));
    this.views = { clock, ids: { view: () => idText('vw', this.next()) as ViewId }, store: viewStore, book };
    this.live = await composeLive({
      ...{ clock, arrivals, addressLimits },
      store: database?.visitors ?? store,
      journal: database?.journal ?? store,
      conversations: database?.conversations ?? NO_CONVERSATIONS,
      automation: database?.automation ?? NO_AUTOMATION,
      past: database?.past ?? NO_PAST,
      bots: database?.bots ?? NO_BOTS,
      ...{ webhooks: this.webhooks, model: this.model },
      views: book,
      tellEntered: (_account, agents, entered) => this.pushed.push({ agents, entered }),
      breathe: async () => undefined,
      files: this.files,
      tags: { all: async () => this.tags },
      mail: { isOn: true, react: (change) => this.mailed.push(change), wishes: createMailWishes(clock) },
      push: { heard: () => undefined, arrived: (_account, visitor) => void this.arrivals.push(visitor) },
      uploads: ({ visitor }) => ({ url: `/upload/${visitor}`, expiresInMs: 1_000 }),
      secret: 'a secret of this server',
      signed: {
        prepare: async () => undefined,
        userId: (_account, signed) =>
          signed.by === 'jwt' && signed.token.startsWith('good ') ? signed.token.slice(5) : null,
      },
      ids: {
        visit: () => idText('vs', this.next()) as VisitId,
        block: () => idText('bl', this.next()) as BlockId,
        message: () => idText('server', this.next(), 16) as MessageId,
        rule: () => idText('ru', this.next()) as RuleId,
        conversation: () => idText('co', this.next()) as ConversationId,
        secret: () => `epoch ${clock.now()}`,
      },
      ...this.team.ports,
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

  visitor(name: string, options: Partial<VisitorOptions> = {}): WorldVisitor {
    return new WorldVisitor(this, name, { account: this.accounts[0] as Account, ...options });
  }

  /** An agent of the first account (or another) with an open screen. */
  agent(name: string, account = this.accounts[0] as Account, groups: readonly string[] = []): WorldAgent {
    const actor = this.actor(name, account, groups);
    this.team.employs(actor);
    return new WorldAgent(this, actor);
  }

  /** One more screen of somebody who works here. */
  screenOf(actor: Actor): WorldAgent {
    return new WorldAgent(this, actor);
  }

  actor(name: string, account = this.accounts[0] as Account, groups: readonly string[] = []): Actor {
    return {
      account: account.id,
      agent: idText('ag', this.next()) as AgentId,
      name,
      role: 'agent',
      groups: groups as readonly GroupKey[],
      session: `session of ${name}`,
    };
  }

  /** Somebody of the account makes an automatic message, and switches it on. */
  async automates(draft: RuleDraft, account = this.accounts[0] as Account): Promise<RuleId> {
    const owner = this.actor('Owner', account);
    const { id } = await this.live.automationActions.addRule(owner, { draft, preset: null });
    await this.live.automationActions.switchRule(owner, id, { isOn: true });
    await this.pass(300);
    return id;
  }

  ticket(actor: Actor): string {
    return this.team.ticket(actor);
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

  /** What the server keeps in memory, by what it is; what there is none of is left out. Nothing, once everyone is gone. */
  held(): Readonly<Record<string, number>> {
    return Object.fromEntries(Object.entries(this.live.sizes()).filter(([, size]) => size !== 0));
  }

  async close(): Promise<void> {
    this.live.stop();
    await settle();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
