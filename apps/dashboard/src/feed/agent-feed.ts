import { CLOSE } from '@vetrina/protocol/close-codes';
import type { Entry } from '@vetrina/protocol/conversation';
import type { FromAgent } from '@vetrina/protocol/from-agent';
import type { Account } from '@vetrina/protocol/http/account';
import type { ConversationId, MessageId, VisitorId } from '@vetrina/protocol/ids';
import type { Notice } from '@vetrina/protocol/messages/inbox';
import type { ToAgent } from '@vetrina/protocol/to-agent';
import { PROTOCOL_VERSION } from '@vetrina/protocol/version';
import { openSocket, type ReconnectingSocket } from '@vetrina/socket/reconnecting-socket';
import type { SocketEnv } from '@vetrina/socket/socket-env';
import type { ChatEvent } from './chat-feed.ts';
import {
  EMPTY_FEED,
  type Feed,
  type FeedEvent,
  type ListView,
  type Pace,
  type RowRange,
  stepFeed,
} from './feed-state.ts';
import type { Outbox } from './outbox.ts';
import { type Letter, type OutboxPost, openOutboxPost } from './outbox-post.ts';
import type { OutboxStore } from './outbox-store.ts';
import { probing } from './probing.ts';
import { readFrame } from './read-frame.ts';
import type { InboxView } from './watched-inbox.ts';
import type { PlacesView } from './watched-places.ts';

export interface AgentFeedOptions {
  /** Fetches a one-time ticket over the signed-in session; null: there is none to be had for whoever is at this screen. */
  ticket(): Promise<string | null>;
  /** `wss://host/ws/agent` */
  readonly address: string;
  readonly env: SocketEnv;
  readonly outbox: OutboxStore;
  newMessageId(): MessageId;
  /** The session is over, or its agent has no seat any more: the feed has ended, and what it told belongs to nobody. */
  turnedAway(): void;
  /** Somebody changed the account, or its plan. */
  accountChanged(account: Account): void;
}

/** The agent's socket as a store: what it told, and the verbs to ask for more. */
export interface AgentFeed {
  snapshot(): Feed;
  subscribe(listener: () => void): () => void;
  watch(view: ListView | null, range: RowRange): void;
  scroll(range: RowRange): void;
  pace(pace: Pace): void;
  /** C8: somebody looks at this screen, or nobody does any more. */
  attend(attends: boolean): void;
  follow(visitor: VisitorId | null): void;
  watchInbox(view: InboxView | null): void;
  /** D3; null: no map is shown. */
  watchPlaces(view: PlacesView | null): void;
  followConversation(conversation: ConversationId | null): void;
  /** Older entries that were fetched over HTTP. */
  older(conversation: ConversationId, entries: readonly Entry[]): void;
  /** Entries on screen that were fetched once more: their files have fresh addresses. */
  again(conversation: ConversationId, entries: readonly Entry[]): void;
  outbox(): Outbox;
  /** C3: kept until the server has it. The answer is its id. */
  say(letter: Letter): MessageId;
  sayAgain(id: MessageId): void;
  discard(id: MessageId): void;
  typing(conversation: ConversationId, is: boolean): void;
  read(conversation: ConversationId, seq: number): void;
  /** V8: I am writing to this visitor; null: no longer. */
  compose(visitor: VisitorId | null): void;
  /** SV4: views stand on this screen, or do not any more. */
  showViews(shown: boolean): void;
  onNotice(listener: (notice: Notice) => void): () => void;
  /** SV6: somebody entered a view; or the views are others now. */
  onViewNews(listener: (news: ViewNews) => void): () => void;
  close(): void;
}

/** What is told of saved views beside their counts. */
export type ViewNews = Extract<ToAgent, { type: 'view-entered' | 'views-changed' }>;

/** Opens the agent's socket and keeps it open until `close`. */
export function openAgentFeed(options: AgentFeedOptions): AgentFeed {
  const { ticket, address, env, outbox, newMessageId } = options;
  let feed: Feed = EMPTY_FEED;
  let admission = '';
  const listeners = new Set<() => void>();
  const news = newsDesk(options.accountChanged);
  const tell = (frame: FromAgent): void => void socket?.send(JSON.stringify(frame));
  const changed = (): void => callAll(listeners);
  const probes = probing(env, tell);
  const attention = attending(tell, () => feed.welcomed);
  const post = openOutboxPost({ ...env, store: outbox, newId: newMessageId, send: tell, changed });

  const dispatch = (event: FeedEvent): void => {
    const step = stepFeed(feed, event);
    for (const frame of step.say) tell(frame);
    if (step.feed === feed) return;
    feed = step.feed;
    changed();
  };

  let socket: ReconnectingSocket | undefined;
  const turnAway = (): void => {
    // Several questions for a ticket may have been under way.
    if (feed.line.is !== 'ended') options.turnedAway();
    socket?.close();
  };
  socket = openSocket({
    env,
    address(go, fail) {
      ticket()
        .then((given) => {
          if (given === null) turnAway();
          admission = given ?? '';
          go(address);
        })
        .catch(fail);
    },
    onOpen(send) {
      send(JSON.stringify({ type: 'hello', protocol: PROTOCOL_VERSION, ticket: admission }));
    },
    onMessage(text) {
      const frame = readFrame(text);
      if (!frame) return dispatch({ type: 'misunderstood' });
      if (frame.type === 'probed') {
        const ms = probes.answered(frame.n);
        if (ms !== null) dispatch({ type: 'round-trip', ms });
      }
      dispatch({ type: 'frame', frame, at: env.now() });
      post.hear(frame);
      if (frame.type === 'welcome') for (const begin of [probes.start, attention.again]) begin();
      news.passOn(frame);
    },
    onState(state) {
      if (state.is !== 'open') {
        probes.stop();
        post.lost();
      }
      if (state.is === 'ended' && state.code === CLOSE.signedOut.code) turnAway();
      dispatch({ type: 'line', state });
    },
  });

  return {
    // What is true only now is kept for nobody while the line is down.
    ...verbs(dispatch, post, (frame) => void (feed.welcomed && tell(frame))),
    attend: attention.attend,
    snapshot: () => feed,
    subscribe: (listener) => listen(listeners, listener),
    onNotice: news.onNotice,
    onViewNews: news.onViewNews,
    close() {
      probes.stop();
      post.close();
      socket?.close();
      listeners.clear();
      news.close();
    },
  };
}

/** C8: what the server is told of it, now and on every new line. */
function attending(tell: (frame: FromAgent) => void, isUp: () => boolean) {
  let attends = false;
  return {
    attend(is: boolean): void {
      attends = is;
      if (isUp()) tell({ type: 'attention', attends });
    },
    again(): void {
      if (attends) tell({ type: 'attention', attends });
    },
  };
}

function callAll(listeners: Iterable<() => void>): void {
  for (const listener of listeners) listener();
}

function listen<T>(to: Set<T>, listener: T): () => void {
  to.add(listener);
  return () => to.delete(listener);
}

/** What no screen keeps: it goes to whoever listens. */
function newsDesk(accountChanged: AgentFeedOptions['accountChanged']) {
  const notices = new Set<(notice: Notice) => void>();
  const views = new Set<(news: ViewNews) => void>();
  return {
    onNotice: (listener: (notice: Notice) => void) => listen(notices, listener),
    onViewNews: (listener: (news: ViewNews) => void) => listen(views, listener),
    passOn(frame: ToAgent): void {
      if (frame.type === 'account-changed') accountChanged(frame.account);
      if (frame.type === 'notice') for (const listener of notices) listener(frame);
      if (frame.type === 'view-entered' || frame.type === 'views-changed')
        for (const listener of views) listener(frame);
    },
    close(): void {
      notices.clear();
      views.clear();
    },
  };
}

type Verbs = Omit<AgentFeed, 'attend' | 'snapshot' | 'subscribe' | 'onNotice' | 'onViewNews' | 'close'>;

function verbs(dispatch: (event: FeedEvent) => void, post: OutboxPost, tellNow: (frame: FromAgent) => void): Verbs {
  const chat = (event: ChatEvent): void => dispatch({ type: 'chat', event });
  return {
    watch: (view, range) => dispatch({ type: 'view', view, range }),
    scroll: (range) => dispatch({ type: 'range', range }),
    pace: (pace) => dispatch({ type: 'pace', pace }),
    follow: (visitor) => dispatch({ type: 'follow', visitor }),
    watchPlaces: (view) => dispatch({ type: 'places', view }),
    showViews: (shown) => dispatch({ type: 'views', shown }),
    watchInbox: (view) => chat({ type: 'inbox', view }),
    followConversation: (conversation) => chat({ type: 'follow-conversation', conversation }),
    older: (conversation, entries) => chat({ type: 'older', conversation, entries }),
    again: (conversation, entries) => chat({ type: 'again', conversation, entries }),
    outbox: post.snapshot,
    say: post.put,
    sayAgain: post.again,
    discard: post.discard,
    typing: (conversation, typing) => tellNow({ type: 'typing', conversation, typing }),
    read: (conversation, seq) => tellNow({ type: 'read', conversation, seq }),
    compose: (visitor) => tellNow({ type: 'compose', visitor }),
  };
}
