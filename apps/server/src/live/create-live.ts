import type { AccountId } from '@vetrina/protocol/ids';
import type { Unlisted } from '@vetrina/protocol/messages/list-shape';
import type { AccountDirectory, SessionEndings, SnippetSightings, Tickets } from '../accounts/ports.ts';
import { AgentGateway } from '../edge/agent-gateway.ts';
import type { Counters } from '../edge/counters.ts';
import { drainConnections } from '../edge/drain.ts';
import { Heartbeat } from '../edge/heartbeat.ts';
import { VisitorGateway } from '../edge/visitor-gateway.ts';
import type { Clock } from '../platform/clock.ts';
import type { Ids } from '../platform/ids.ts';
import { MemoryPresence } from '../presence/memory-presence.ts';
import { AdmissionBatch } from '../visitors/admission-batch.ts';
import { BotTally } from '../visitors/bot-tally.ts';
import type { VisitorChange } from '../visitors/changes.ts';
import { IpBlocks } from '../visitors/ip-blocks.ts';
import type { Locate } from '../visitors/locate.ts';
import type { VisitJournal, VisitorStore } from '../visitors/ports.ts';
import { userAgentReader } from '../visitors/read-user-agent.ts';
import { OnSite, type Stay } from '../visitors/stay.ts';
import { visitorDetails } from '../visitors/visitor-details.ts';
import { AccountLists } from './account-lists.ts';
import { AgentFeed } from './agent-feed.ts';
import { Followers } from './followers.ts';
import { type Reactions, react } from './reactions.ts';
import { keepAlive } from './restarts.ts';
import { StatusClock } from './status-clock.ts';
import { createVisitorActions, type VisitorActions } from './visitor-actions.ts';
import { VisitorIntake } from './visitor-intake.ts';

export interface LiveParts {
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'visit' | 'block' | 'secret'>;
  /** Keys visitor ids; must outlive restarts, or every browser becomes a stranger. */
  readonly secret: string;
  readonly accounts: AccountDirectory;
  readonly tickets: Tickets;
  readonly sessions: SessionEndings;
  readonly sightings: SnippetSightings;
  readonly store: VisitorStore;
  readonly journal: VisitJournal;
  readonly locate: Locate;
  readonly counters: Counters;
  /** Origins of this server itself: the dashboard's and the demo shop's. */
  readonly selfOrigins: readonly string[];
  /** Told of faults of ours, which end one connection at most. */
  readonly failed: (reason: unknown) => void;
}

/** Who is on an account's site, in numbers (V11). */
export interface LiveNumbers {
  readonly online: number;
  readonly countedOnly: number;
  readonly bots: number;
}

export interface Live {
  readonly visitorGateway: VisitorGateway;
  readonly agentGateway: AgentGateway;
  readonly actions: VisitorActions;
  numbers(account: AccountId): LiveNumbers;
  /** Is everyone on the account's site at this address (the agent's own)? False when nobody is there. */
  onlyYou(account: AccountId, ip: string): boolean;
  /** Sizes of everything that grows with visitors and screens, for metrics and leak tests. */
  sizes(): Readonly<
    Record<'visitors' | 'present' | 'timed' | 'lists' | 'screens' | 'followers' | 'sockets' | 'pulses', number>
  >;
  /** Sends everyone away, spread over `overMs`, and saves what is pending. Visits stay open: whoever returns continues. */
  drain(overMs?: number): Promise<void>;
  /** Stops all timers. After `drain`. */
  stop(): void;
}

/** More people than this are not all one agent. */
const ONLY_YOU_AT_MOST = 20;
const DRAIN_OVER = 2_000;
/** Bots fade with time alone, ms between looks. */
const UNLISTED_TICK = 5_000;

/** Everything live, put together: presence, visits, lists, feeds, and the two doors. Asks the store how the last run ended. */
export async function createLive(parts: LiveParts): Promise<Live> {
  const { clock, store, journal, counters, failed } = parts;
  const onSite = new OnSite();
  const lists = new AccountLists((account) => unlistedOf(account));
  const ipBlocks = new IpBlocks(store);
  const bots = new BotTally();
  const heartbeat = new Heartbeat(clock);
  const presence = new MemoryPresence(clock);
  const feed = new AgentFeed(clock, lists, (socket, code) => agentGateway.closeSocket(socket, code));
  const readDetails = (account: AccountId, visitor: VisitorChange['visitor']['id']) =>
    visitorDetails({ store, journal, onSite, ipBlocks }, { account, visitor }, clock.now());
  const followers = new Followers(clock, readDetails, failed);
  const statusClock = new StatusClock(clock, onSite, (change) => changed(change));

  const reactions = reactionsOf(lists, statusClock, followers);
  const changed = (change: VisitorChange) => react(reactions, change);

  const alive = await keepAlive({ clock, store, failed });
  const visitorGateway: VisitorGateway = new VisitorGateway(
    { ...parts, heartbeat, bots, counted: (account) => unlisted.look(account) },
    () => intake,
  );
  const intake = new VisitorIntake({
    ...{ clock, secret: parts.secret, journal, onSite, ipBlocks, locate: parts.locate, counters, presence, changed },
    batch: new AdmissionBatch(clock, store),
    readUserAgent: userAgentReader(),
    newVisit: parts.ids.visit,
    downtime: alive.downtime,
    ended: (stay) => statusClock.forget(stay),
    replaced: (incarnation) => visitorGateway.replaced(incarnation),
  });
  const agentGateway: AgentGateway = new AgentGateway({
    ...parts,
    heartbeat,
    feed,
    followers,
    epoch: parts.ids.secret(),
  });

  const unlistedOf = (account: AccountId): Unlisted => ({
    bots: bots.count(account, clock.now()),
    countedOnly: visitorGateway.countedOnly(account),
  });
  const unlisted = keepUnlisted(clock, lists, unlistedOf);

  return {
    visitorGateway,
    agentGateway,
    actions: createVisitorActions({
      clock,
      accounts: parts.accounts,
      store,
      journal,
      onSite,
      ipBlocks,
      newBlock: parts.ids.block,
      changed,
    }),
    numbers: (account) => ({ online: lists.find(account)?.counts().all ?? 0, ...unlistedOf(account) }),
    onlyYou: (account, ip) => isOnlyFrom(ip, onSite.of(account).values()),
    sizes: () => ({
      ...{ visitors: onSite.size, present: presence.size, timed: statusClock.size, lists: lists.size },
      ...{ screens: feed.size, followers: followers.size, pulses: heartbeat.size },
      sockets: visitorGateway.size + agentGateway.size,
    }),
    async drain(overMs = DRAIN_OVER) {
      await drainConnections(clock, [...agentGateway.connections(), ...visitorGateway.connections()], overMs);
      await Promise.all([alive.mark(), journal.flush()]);
    },
    stop() {
      for (const part of [heartbeat, presence, feed, followers, statusClock, alive, unlisted]) part.stop();
    },
  };
}

/** Who the reactors of the table are. */
function reactionsOf(lists: AccountLists, statusClock: StatusClock, followers: Followers): Reactions {
  return {
    list: ({ kind, account, visitor, at }) => {
      if (kind === 'gone') {
        lists.find(account)?.remove(visitor.id, at);
        lists.dropIfUnused(account);
      } else lists.of(account).put(visitor, at);
    },
    clock: (change) => statusClock.note(change),
    followers: (change) => followers.changed(change),
  };
}

/** Keeps the numbers beside the lists true. */
function keepUnlisted(clock: Clock, lists: AccountLists, unlistedOf: (account: AccountId) => Unlisted) {
  const look = (account: AccountId) => lists.find(account)?.setUnlisted(unlistedOf(account), clock.now());
  const stop = clock.every(UNLISTED_TICK, () => {
    for (const [account] of lists.entries()) look(account);
  });
  return { look, stop };
}

/** True when there is somebody, and nobody from elsewhere. */
function isOnlyFrom(ip: string, stays: Iterable<Stay>): boolean {
  let here = 0;
  for (const { visitor, peerIp } of stays) {
    if (visitor.presence.state === 'left') continue;
    here += 1;
    if (peerIp !== ip || here > ONLY_YOU_AT_MOST) return false;
  }
  return here > 0;
}
