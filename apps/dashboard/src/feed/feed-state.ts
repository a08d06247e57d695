import { applyPatch } from '@vetrina/domain/window';
import type { ErrorCode } from '@vetrina/protocol/errors';
import type { FromAgent } from '@vetrina/protocol/from-agent';
import type { ViewId, VisitorId } from '@vetrina/protocol/ids';
import type { ListFilter, ListSort } from '@vetrina/protocol/messages/list-shape';
import type { PaceChanged } from '@vetrina/protocol/messages/pace-changed';
import type { ListPatch } from '@vetrina/protocol/messages/patch';
import type { ListWindow } from '@vetrina/protocol/messages/window';
import type { ToAgent } from '@vetrina/protocol/to-agent';
import type { VisitorDetails } from '@vetrina/protocol/visitor-details';
import type { SocketState } from '@vetrina/socket/reconnecting-socket';
import { type ChatEvent, type ChatFeed, EMPTY_CHAT, hearChat, loseChat, stepChat } from './chat-feed.ts';
import {
  askPlaces,
  EMPTY_PLACES,
  type PlacesView,
  placesFrame,
  sameView,
  takePlacesFrame,
  type WatchedPlaces,
} from './watched-places.ts';

/** Which people, in which order. */
export interface ListView {
  readonly filter: ListFilter;
  readonly query: string;
  readonly sort: ListSort;
}

/** Which part of them. */
export interface RowRange {
  readonly offset: number;
  readonly limit: number;
}

export type Pace = 'front' | 'background';

export interface Followed {
  readonly visitor: VisitorId;
  /** `unknown`: there is no such visitor. */
  readonly details: VisitorDetails | 'loading' | 'unknown';
}

/** Everything the agent's socket has told this screen, and what the screen asked for. */
export interface Feed {
  readonly line: SocketState;
  /** True from the server's welcome to the loss of the line. */
  readonly welcomed: boolean;
  readonly view: ListView | null;
  readonly range: RowRange;
  readonly pace: Pace;
  /** Number of the latest watch; answers to older ones are dropped. */
  readonly watch: number;
  /** The last known rows; they stay on screen while the line is down or another view is on its way. */
  readonly window: ListWindow | null;
  /** The window is of the current view and being kept true. */
  readonly isLive: boolean;
  readonly followed: Followed | null;
  readonly chat: ChatFeed;
  /** D3: where the people of a view are. */
  readonly places: WatchedPlaces;
  /** SV4: views stand on this screen. */
  readonly showsViews: boolean;
  /** How many people each view shows; one that is missing is still being counted. The last known stay while the line is down. */
  readonly viewCounts: ReadonlyMap<ViewId, number>;
  /** Server's clock minus ours, ms. */
  readonly clockOffset: number;
  readonly lag: { readonly roundTrip: number | null; readonly waited: number };
  readonly step: PaceChanged['step'];
  /** The last refusal of the current view (`query_too_long`). */
  readonly problem: ErrorCode | null;
  /** ms since 1970, once the snippet was seen during this connection. */
  readonly snippetSeenAt: number | null;
  /** Frames this version did not understand: grows when the server is newer than the page. */
  readonly misunderstood: number;
}

export type FeedEvent =
  | { type: 'line'; state: SocketState }
  /** `at`: our clock, ms. */
  | { type: 'frame'; frame: ToAgent; at: number }
  | { type: 'misunderstood' }
  | { type: 'view'; view: ListView | null; range: RowRange }
  | { type: 'range'; range: RowRange }
  | { type: 'pace'; pace: Pace }
  | { type: 'follow'; visitor: VisitorId | null }
  | { type: 'chat'; event: ChatEvent }
  | { type: 'places'; view: PlacesView | null }
  | { type: 'views'; shown: boolean }
  | { type: 'round-trip'; ms: number };

/** The next state and what is to be said to the server. */
export interface FeedStep {
  readonly feed: Feed;
  readonly say: readonly FromAgent[];
}

export const EMPTY_FEED: Feed = {
  line: { is: 'connecting' },
  welcomed: false,
  view: null,
  range: { offset: 0, limit: 60 },
  pace: 'front',
  watch: 0,
  window: null,
  isLive: false,
  followed: null,
  chat: EMPTY_CHAT,
  places: EMPTY_PLACES,
  showsViews: false,
  viewCounts: new Map(),
  clockOffset: 0,
  lag: { roundTrip: null, waited: 0 },
  step: 'live',
  problem: null,
  snippetSeenAt: null,
  misunderstood: 0,
};

/** One step of the feed: pure, so that its laws can be tested without a socket. */
export function stepFeed(feed: Feed, event: FeedEvent): FeedStep {
  switch (event.type) {
    case 'line':
      return quietly(event.state.is === 'open' ? { ...feed, line: event.state } : { ...lost(feed), line: event.state });
    case 'frame':
      return hear(feed, event.frame, event.at);
    case 'misunderstood':
      return quietly({ ...feed, misunderstood: feed.misunderstood + 1 });
    case 'view':
      return event.view === null ? stopWatching(feed) : watch({ ...feed, view: event.view, range: event.range });
    case 'range':
      return scrollTo(feed, event.range);
    case 'pace':
      return event.pace === feed.pace ? quietly(feed) : watch({ ...feed, pace: event.pace });
    case 'follow':
      return follow(feed, event.visitor);
    case 'chat': {
      const { chat, say } = stepChat(feed.chat, event.event);
      return { feed: chat === feed.chat ? feed : { ...feed, chat }, say: feed.welcomed ? say : [] };
    }
    case 'places':
      return watchPlaces(feed, event.view);
    case 'views':
      return showViews(feed, event.shown);
    case 'round-trip':
      return quietly({ ...feed, lag: { ...feed.lag, roundTrip: event.ms } });
  }
}

function quietly(feed: Feed): FeedStep {
  return { feed, say: [] };
}

function lost(feed: Feed): Feed {
  const lag = { roundTrip: null, waited: 0 };
  return {
    ...feed,
    welcomed: false,
    isLive: false,
    chat: loseChat(feed.chat),
    places: { ...feed.places, isLive: false },
    lag,
    step: 'live',
  };
}

/** Asks for the view under a new number. The old rows stay until the answer. */
function watch(feed: Feed): FeedStep {
  if (feed.view === null) return quietly(feed);
  const next: Feed = { ...feed, watch: feed.watch + 1, isLive: false, problem: null };
  return { feed: next, say: next.welcomed ? [watchFrame(next, feed.view)] : [] };
}

function watchFrame(feed: Feed, view: ListView): FromAgent {
  return { type: 'watch', watch: feed.watch, ...view, ...feed.range, pace: feed.pace };
}

function stopWatching(feed: Feed): FeedStep {
  if (feed.view === null) return quietly(feed);
  return { feed: { ...feed, view: null, isLive: false }, say: feed.welcomed ? [{ type: 'unwatch' }] : [] };
}

function scrollTo(feed: Feed, range: RowRange): FeedStep {
  if (range.offset === feed.range.offset && range.limit === feed.range.limit) return quietly(feed);
  const next = { ...feed, range };
  return { feed: next, say: next.welcomed && next.view ? [{ type: 'scroll', watch: next.watch, ...range }] : [] };
}

function follow(feed: Feed, visitor: VisitorId | null): FeedStep {
  if ((feed.followed?.visitor ?? null) === visitor) return quietly(feed);
  return {
    feed: { ...feed, followed: visitor === null ? null : { visitor, details: 'loading' } },
    say: feed.welcomed ? [{ type: 'follow-visitor', visitor }] : [],
  };
}

function watchPlaces(feed: Feed, view: PlacesView | null): FeedStep {
  if (sameView(feed.places.view, view)) return quietly(feed);
  const places = askPlaces(feed.places, view);
  return { feed: { ...feed, places }, say: feed.welcomed ? [placesFrame(places)] : [] };
}

function showViews(feed: Feed, shown: boolean): FeedStep {
  if (shown === feed.showsViews) return quietly(feed);
  const next = { ...feed, showsViews: shown };
  return { feed: next, say: feed.welcomed ? [{ type: 'watch-views', watching: shown }] : [] };
}

function hear(feed: Feed, frame: ToAgent, at: number): FeedStep {
  switch (frame.type) {
    case 'welcome':
      return welcome({ ...feed, clockOffset: frame.serverTime - at }, frame, at);
    case 'window':
      return quietly(frame.watch === feed.watch ? { ...feed, window: frame, isLive: true, problem: null } : feed);
    case 'patch':
      return patch(feed, frame);
    case 'visitor-followed':
      if (feed.followed?.visitor !== frame.visitor) return quietly(feed);
      return quietly({ ...feed, followed: { visitor: frame.visitor, details: frame.details ?? 'unknown' } });
    case 'pace-changed':
      return quietly({ ...feed, step: frame.step });
    case 'places':
      return quietly({ ...feed, places: takePlacesFrame(feed.places, frame) });
    case 'snippet-seen':
      return quietly({ ...feed, snippetSeenAt: frame.at });
    case 'probed':
      return quietly({ ...feed, clockOffset: frame.serverTime - at + (feed.lag.roundTrip ?? 0) / 2 });
    case 'problem':
      return trouble(feed, frame.code, frame.about);
    case 'view-counts':
      return quietly({ ...feed, viewCounts: new Map(frame.counts.map(({ view, people }) => [view, people])) });
    // `said` and `refused` are the outbox's, notices the notifier's, the account is the session's.
    case 'said':
    case 'refused':
    case 'notice':
    case 'view-entered':
    case 'views-changed':
    case 'account-changed':
    case 'beat':
      return quietly(feed);
    case 'claims':
    case 'team':
    case 'inbox':
    case 'inbox-patch':
    case 'inbox-counts':
    case 'conversation-followed':
    case 'entry':
    case 'conversation-changed':
    case 'visitor-typing':
    case 'read-up-to': {
      const { chat, say } = hearChat(feed.chat, frame, at);
      return { feed: chat === feed.chat ? feed : { ...feed, chat }, say };
    }
  }
}

/** After every welcome everything is asked for again: the server may have lost its memory. */
function welcome(feed: Feed, frame: ToAgent, at: number): FeedStep {
  const asked = watch({ ...feed, welcomed: true });
  const { chat, say } = hearChat(feed.chat, frame, at);
  const again: FromAgent[] = feed.followed ? [{ type: 'follow-visitor', visitor: feed.followed.visitor }] : [];
  const places = feed.places.view === null ? feed.places : askPlaces(feed.places, feed.places.view);
  if (places.view !== null) again.push(placesFrame(places));
  if (feed.showsViews) again.push({ type: 'watch-views', watching: true });
  return { feed: { ...asked.feed, chat, places }, say: [...asked.say, ...again, ...say] };
}

function patch(feed: Feed, frame: ListPatch): FeedStep {
  if (!feed.isLive || !feed.window || frame.watch !== feed.watch) return quietly(feed);
  // A patch that does not continue what we have would make rows that never were.
  if (frame.revision !== feed.window.revision + 1) return watch(feed);
  return quietly({
    ...feed,
    window: applyPatch(feed.window, frame),
    lag: { ...feed.lag, waited: frame.waited },
  });
}

function trouble(feed: Feed, code: ErrorCode, about: string | undefined): FeedStep {
  if (code === 'watch_unknown') return watch(feed);
  return quietly(about === 'watch' ? { ...feed, problem: code } : feed);
}
