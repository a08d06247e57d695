import type { AccountId, AgentId, VisitorId } from '@vetrina/protocol/ids';
import type { AccountDirectory, Actor } from '../accounts/ports.ts';
import type { Clock } from '../platform/clock.ts';
import type { Counters } from '../platform/counters.ts';
import type { Ids } from '../platform/ids.ts';
import { MemoryPresence } from '../presence/memory-presence.ts';
import type { PushReactor, PushSurroundings } from '../push/ports.ts';
import type { TellEntered } from '../views/ports.ts';
import type { ViewBook } from '../views/view-book.ts';
import { AdmissionBatch } from '../visitors/admission-batch.ts';
import type { ChatsOfVisitors } from '../visitors/admit-visitor.ts';
import { awaitJournal } from '../visitors/await-journal.ts';
import type { VisitorChange } from '../visitors/changes.ts';
import { identifyByForm } from '../visitors/identify-by-form.ts';
import { introduceVisitor } from '../visitors/identify-visitor.ts';
import { IpBlocks } from '../visitors/ip-blocks.ts';
import type { Locate } from '../visitors/locate.ts';
import type { SignedIdentities, VisitJournal, VisitorStore } from '../visitors/ports.ts';
import { userAgentReader } from '../visitors/read-user-agent.ts';
import { OnSite, type Stay } from '../visitors/stay.ts';
import { visitorDetails } from '../visitors/visitor-details.ts';
import { AccountLists } from './account-lists.ts';
import { AgentFeed } from './agent-feed.ts';
import { type ConversationParts, type Conversations, createConversations } from './create-conversations.ts';
import { createFindVisitors } from './find-visitors.ts';
import { Followers } from './followers.ts';
import { chatFactsOf } from './live-row.ts';
import { PlacesFeed } from './places-feed.ts';
import { type Reactions, react } from './reactions.ts';
import { keepAlive } from './restarts.ts';
import { StatusClock } from './status-clock.ts';
import { UnlistedTally } from './unlisted-tally.ts';
import { ViewAlerts } from './view-alerts.ts';
import { ViewCounts } from './view-counts.ts';
import { createVisitorActions, type VisitorActions } from './visitor-actions.ts';
import { VisitorIntake } from './visitor-intake.ts';

export interface LiveParts
  extends Omit<
    ConversationParts,
    'onSite' | 'visitorChanged' | 'identify' | 'introduce' | 'savedGroup' | 'ids' | 'visitors'
  > {
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'visit' | 'block' | 'message' | 'conversation' | 'rule'>;
  /** Keys visitor ids; must outlive restarts, or every browser becomes a stranger. */
  readonly secret: string;
  readonly accounts: Pick<AccountDirectory, 'byId'>;
  readonly store: VisitorStore;
  readonly journal: VisitJournal;
  readonly signed: SignedIdentities;
  readonly locate: Locate;
  readonly counters: Counters;
  /** SV: saved views, in memory. */
  readonly views: ViewBook;
  /** SV6: sends who entered a view to phones and browsers; absent: nothing does. */
  readonly tellEntered?: TellEntered | undefined;
  /** Told of faults of ours, which end one connection at most. */
  readonly failed: (reason: unknown) => void;
}

/** Who is on an account's site, in numbers (V11). */
export interface LiveNumbers {
  readonly online: number;
  readonly countedOnly: number;
  readonly bots: number;
}

/** What the doors and the routes use of it. */
export interface Live {
  /** Takes what visitors' sockets bring. */
  readonly intake: VisitorIntake;
  /** Watch the lists. */
  readonly feed: AgentFeed;
  /** Watch the map. */
  readonly places: PlacesFeed;
  /** Watch single visitors. */
  readonly followers: Followers;
  /** What agents do to visitors. */
  readonly actions: VisitorActions;
  readonly unlisted: UnlistedTally;
  /** What visitors and agents say to each other. */
  readonly conversations: Conversations;
  /** Counts saved views for the screens that show them. */
  readonly viewCounts: ViewCounts;
  numbers(account: AccountId): LiveNumbers;
  /** Is everyone on the account's site at this address (the agent's own)? False when nobody is there. */
  onlyYou(account: AccountId, ip: string): boolean;
  /** Is the visitor on the site, shown as left not counted? */
  isHere(account: AccountId, visitor: VisitorId): boolean;
  /** C5: can the visitor talk to somebody, on the site or as saved? */
  someoneOnline(account: AccountId, visitor: VisitorId): boolean;
  /** C5: has this agent chosen to be, and a dashboard open? */
  isOnline(account: AccountId, agent: AgentId): boolean;
  /** C8: what pushes ask. */
  readonly forPush: PushSurroundings;
  /** Sizes of everything that grows with visitors and screens, for metrics and leak tests. */
  sizes(): Readonly<
    Record<'visitors' | 'present' | 'timed' | 'late' | 'lists' | 'screens' | 'maps' | 'followers' | 'views', number>
  > &
    ReturnType<Conversations['sizes']>;
  /** Saves what is pending. Visits stay open: whoever returns continues. */
  save(): Promise<void>;
  /** Stops all timers. */
  stop(): void;
}

/** More people than this are not all one agent. */
const ONLY_YOU_AT_MOST = 20;

/** Everything live, put together: presence, visits, lists and feeds. Asks the store how the last run ended. */
export async function createLive(parts: LiveParts): Promise<Live> {
  const { clock, store, journal, failed } = parts;
  const onSite = new OnSite();
  const ipBlocks = new IpBlocks(store);
  const unlisted = new UnlistedTally(clock);
  const lists = new AccountLists((account) => unlisted.of(account));
  const presence = new MemoryPresence(clock);
  const feed = new AgentFeed(clock, lists);
  const places = new PlacesFeed(clock, () => feed.pace.interval);
  const conversations = createConversations({
    ...{ ...parts, onSite, visitors: store },
    visitorChanged: (change) => changed(change),
    ...introductions(parts, onSite, (change) => changed(change)),
    savedGroup: async (account, visitor) => (await store.details({ account, visitor }))?.visitor.group,
  });
  const readDetails = detailsReader(parts, onSite, ipBlocks, conversations.maySee);
  const followers = new Followers(clock, readDetails, failed);
  const statusClock = new StatusClock(clock, onSite, (change) => changed(change));
  const reactions = reactionsOf(lists, statusClock, followers, conversations, parts.push);
  const changed = (change: VisitorChange) => react(reactions, change);

  await conversations.team.recall();
  const alive = await keepAlive({ clock, store, failed });
  const intake = new VisitorIntake({
    ...{ ...parts, onSite, ipBlocks, presence, changed },
    batch: new AdmissionBatch(clock, store),
    readUserAgent: userAgentReader(),
    newVisit: parts.ids.visit,
    downtime: alive.downtime,
    chats: chatsOf(conversations, parts.views),
    ready: (account) => conversations.team.ready(account),
    ended: (stay) => statusClock.forget(stay),
  });
  await conversations.automation.talks.resume();
  const stopShowing = unlisted.showIn(lists);
  const viewCounts = viewCountsOf(parts, lists, onSite, conversations);

  return {
    intake,
    feed,
    places,
    followers,
    conversations,
    actions: createVisitorActions({
      ...{ ...parts, onSite, ipBlocks, newBlock: parts.ids.block, changed },
      ...{ maySee: conversations.maySee, readDetails },
      refresh: conversations.visitorSaved,
      find: createFindVisitors({ ...parts, lists }),
    }),
    unlisted,
    viewCounts,
    ...whoIsHere(lists, unlisted, onSite),
    someoneOnline: conversations.someoneOnline,
    isOnline: (account, agent) => conversations.team.isOnline(account, agent),
    forPush: { ...conversations.forPush, visitorNow: (account, visitor) => visitorNow(onSite.get(account, visitor)) },
    sizes: () => ({
      ...{ visitors: onSite.size, present: presence.size, timed: statusClock.size, lists: lists.size },
      ...{ late: intake.late, views: viewCounts.size },
      ...{ screens: feed.size, maps: places.size, followers: followers.size, ...conversations.sizes() },
    }),
    async save() {
      await Promise.all([alive.mark(), journal.flush(), conversations.team.save()]);
    },
    stop() {
      const parts = [intake, presence, feed, places, followers, statusClock, alive, conversations, viewCounts];
      for (const part of parts) part.stop();
      stopShowing();
    },
  };
}

function whoIsHere(
  lists: AccountLists,
  unlisted: UnlistedTally,
  onSite: OnSite,
): Pick<Live, 'numbers' | 'onlyYou' | 'isHere'> {
  return {
    numbers: (account) => ({ online: lists.find(account)?.counts().all ?? 0, ...unlisted.of(account) }),
    onlyYou: (account, ip) => isOnlyFrom(ip, onSite.of(account).values()),
    isHere: (account, visitor) => isHere(onSite.get(account, visitor)),
  };
}

/** V7: a visitor's details, for agents who may see them. */
function detailsReader(
  { clock, store, journal, conversations }: LiveParts,
  onSite: OnSite,
  ipBlocks: IpBlocks,
  maySee: Conversations['maySee'],
) {
  const details = { clock, store, journal, onSite, ipBlocks, newestConversation: conversations.newestOf };
  return async (actor: Actor, visitor: VisitorId) =>
    (await maySee(actor, visitor)) ? visitorDetails(details, { account: actor.account, visitor }) : null;
}

/** How conversations tell who a visitor is (I1): by the contact form, or by what a chatbot asked for. */
function introductions(
  { journal, clock }: Pick<LiveParts, 'journal' | 'clock'>,
  onSite: OnSite,
  changed: (change: VisitorChange) => void,
): Pick<ConversationParts, 'identify' | 'introduce'> {
  return {
    async identify(stay, form) {
      const change = identifyByForm(journal, stay, form, clock.now());
      if (change !== null) changed(change);
      await awaitJournal({ journal, clock });
    },
    async introduce({ account, visitor }, said) {
      const stay = onSite.get(account, visitor);
      const change = stay === undefined ? null : introduceVisitor(journal, stay, said, clock.now());
      if (change !== null) changed(change);
    },
  };
}

/** Who the reactors of the table are. */
function reactionsOf(
  lists: AccountLists,
  statusClock: StatusClock,
  followers: Followers,
  conversations: Conversations,
  push: PushReactor,
): Reactions {
  return {
    list: (change) => {
      const { kind, account, visitor, at } = change;
      if (kind === 'gone') lists.remove(account, visitor.id, at);
      else lists.put(account, visitor, at, comesBack(change));
    },
    clock: (change) => statusClock.note(change),
    followers: (change) => followers.changed(change),
    conversations: (change) => conversations.visitorChanged(change),
    rules: ({ account, visitor }) => conversations.automation.pages.visitorChanged(account, visitor.id),
    goals: (change) => {
      if (change.kind === 'page-viewed') conversations.automation.contacts.pageViewed(change);
    },
    push: (change) => {
      // Whose visit a restart cut is no new visitor.
      if (change.kind === 'arrived' && change.newVisit) push.arrived(change.account, change.visitor.id);
    },
  };
}

function viewCountsOf(parts: LiveParts, lists: AccountLists, onSite: OnSite, conversations: Conversations): ViewCounts {
  const { clock, views: book, tellEntered } = parts;
  const { desks, team } = conversations;
  const alerts = new ViewAlerts({ book, desks, team, onSite, tellEntered });
  return new ViewCounts({ clock, lists, book, desks, alerts });
}

/** SV5: somebody who arrives again within a visit, after a restart of the server too, is nobody new. */
const comesBack = (change: VisitorChange): boolean => change.kind === 'arrived' && !change.newVisit;

/** What arriving visitors bring of their conversations: after a restart too, the row says Chatting again. */
function chatsOf({ memory, team, summaries, automation }: Conversations, views: ViewBook): ChatsOfVisitors {
  return {
    async recall({ account, visitor }, hasAny) {
      await Promise.all([
        memory.recall(account, visitor, hasAny),
        ...[team, automation.book, views].map((part) => part.ready(account)),
      ]);
    },
    factsOf({ account, visitor }) {
      const newest = memory.of(account).newest.get(visitor);
      return newest === undefined ? null : chatFactsOf(newest, summaries.faceIn(account));
    },
  };
}

const isHere = (stay: Stay | undefined): boolean => stay !== undefined && stay.visitor.presence.state !== 'left';

function visitorNow(stay: Stay | undefined): ReturnType<PushSurroundings['visitorNow']> {
  if (stay === undefined || stay.visitor.blocked || !isHere(stay)) return null;
  const { id, number, name, group } = stay.visitor;
  return { id, number, name, group };
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
