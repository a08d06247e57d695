import type { FromAgent } from '@vetrina/protocol/from-agent';
import type { VisitorId } from '@vetrina/protocol/ids';
import { PROTOCOL_VERSION } from '@vetrina/protocol/version';
import { openSocket, type ReconnectingSocket } from '@vetrina/socket/reconnecting-socket';
import type { SocketEnv } from '@vetrina/socket/socket-env';
import {
  EMPTY_FEED,
  type Feed,
  type FeedEvent,
  type ListView,
  type Pace,
  type RowRange,
  stepFeed,
} from './feed-state.ts';
import { readFrame } from './read-frame.ts';

/** How often the round trip is measured, ms. */
const PROBE_EVERY = 5_000;

export interface AgentFeedOptions {
  /** Fetches a one-time ticket over the signed-in session. */
  ticket(): Promise<string>;
  /** `wss://host/ws/agent` */
  readonly address: string;
  readonly env: SocketEnv;
}

/** The agent's socket as a store: what it told, and the verbs to ask for more. */
export interface AgentFeed {
  snapshot(): Feed;
  subscribe(listener: () => void): () => void;
  watch(view: ListView | null, range: RowRange): void;
  scroll(range: RowRange): void;
  pace(pace: Pace): void;
  follow(visitor: VisitorId | null): void;
  close(): void;
}

/** Opens the agent's socket and keeps it open until `close`. */
export function openAgentFeed({ ticket, address, env }: AgentFeedOptions): AgentFeed {
  let feed: Feed = EMPTY_FEED;
  let admission = '';
  const listeners = new Set<() => void>();
  const probes = probing(env, (frame) => socket?.send(JSON.stringify(frame)));

  const dispatch = (event: FeedEvent): void => {
    const step = stepFeed(feed, event);
    for (const frame of step.say) socket?.send(JSON.stringify(frame));
    if (step.feed === feed) return;
    feed = step.feed;
    for (const listener of listeners) listener();
  };

  let socket: ReconnectingSocket | undefined;
  socket = openSocket({
    env,
    async address() {
      admission = await ticket();
      return address;
    },
    onOpen(send) {
      send(JSON.stringify({ type: 'hello', protocol: PROTOCOL_VERSION, ticket: admission }));
    },
    onMessage(text) {
      const frame = readFrame(text);
      if (!frame) {
        dispatch({ type: 'misunderstood' });
        return;
      }
      if (frame.type === 'probed') {
        const ms = probes.answered(frame.n);
        if (ms !== null) dispatch({ type: 'round-trip', ms });
      }
      dispatch({ type: 'frame', frame, at: env.now() });
      if (frame.type === 'welcome') probes.start();
    },
    onState(state) {
      if (state.is !== 'open') probes.stop();
      dispatch({ type: 'line', state });
    },
  });

  return {
    snapshot: () => feed,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch: (view, range) => dispatch({ type: 'view', view, range }),
    scroll: (range) => dispatch({ type: 'range', range }),
    pace: (pace) => dispatch({ type: 'pace', pace }),
    follow: (visitor) => dispatch({ type: 'follow', visitor }),
    close() {
      probes.stop();
      socket?.close();
      listeners.clear();
    },
  };
}

/** Measures round trips: one probe under way at a time. */
function probing(env: SocketEnv, send: (frame: FromAgent) => void) {
  let n = 0;
  let sentAt: number | null = null;
  let cancel = (): void => undefined;
  const ask = (): void => {
    n += 1;
    sentAt = env.now();
    send({ type: 'probe', n });
    cancel = env.later(ask, PROBE_EVERY);
  };
  return {
    start(): void {
      cancel();
      ask();
    },
    stop(): void {
      cancel();
      sentAt = null;
    },
    /** Round trip in ms, or null for a late answer. */
    answered(number: number): number | null {
      if (number !== n || sentAt === null) return null;
      const ms = env.now() - sentAt;
      sentAt = null;
      return ms;
    },
  };
}
