/** A generator process: watching screens on real agent sockets, driven by `AgentRequest`s over the process channel. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FromAgent } from '@vetrina/protocol/from-agent';
import type { AgentHello } from '@vetrina/protocol/messages/agent-hello';
import type { ListWindow } from '@vetrina/protocol/messages/window';
import { PROTOCOL_VERSION } from '@vetrina/protocol/version';
import { WebSocket } from 'ws';
import { type AgentAnswer, type AgentRequest, SEARCHING_AGENTS, WATCHED_BY_EACH, watchWord } from './load-messages.ts';
import { stampsIn } from './stamp.ts';

interface Screen {
  readonly searches: boolean;
  readonly socket: WebSocket;
  /** Visitor → the stamp shown last, so that each page view counts once per screen. */
  readonly shown: Map<number, number>;
  bytes: number;
}

const ROWS = 50;
/** The histogram holds whole intervals, this one included, ms. */
const SAMPLED_EVERY = 5;
const screens: Screen[] = [];
const delay = monitorEventLoopDelay({ resolution: SAMPLED_EVERY });
let latencies: number[] = [];
let seenByWatchers = 0;
let since = Number.POSITIVE_INFINITY;
let all: number | null = null;
/** Of one row on the wire, from the newest full window. */
let rowBytes = Number.NaN;

function receive(screen: Screen, frame: string): void {
  const now = Date.now();
  screen.bytes += frame.length;
  const count = /"counts":\{"all":(\d+)/.exec(frame)?.[1];
  if (count) all = Number(count);
  if (frame.startsWith('{"type":"window"')) weigh(frame);
  for (const { visitor, intended } of stampsIn(frame)) {
    if (intended < since || screen.shown.get(visitor) === intended) continue;
    screen.shown.set(visitor, intended);
    latencies.push(now - intended);
    if (screen.searches) seenByWatchers += 1;
  }
}

function weigh(frame: string): void {
  const { rows } = JSON.parse(frame) as ListWindow;
  if (rows.length === ROWS) rowBytes = JSON.stringify(rows).length / ROWS;
}

function watch(screen: Screen, index: number): void {
  const message: FromAgent = {
    type: 'watch',
    watch: 1,
    filter: 'all',
    query: screen.searches ? (watchWord(index * WATCHED_BY_EACH) ?? '') : '',
    // V2's own order, the one that every screen begins with.
    sort: { column: 'status', direction: 'descending' },
    offset: 0,
    limit: ROWS,
    pace: 'front',
  };
  screen.socket.send(JSON.stringify(message));
}

function connectScreen(url: string, ticket: string, index: number): Promise<void> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws/agent`, {
    headers: { origin: new URL(url).origin },
    perMessageDeflate: false,
  });
  const screen: Screen = { searches: index < SEARCHING_AGENTS, socket, shown: new Map(), bytes: 0 };
  screens.push(screen);
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code, reason) => reject(new Error(`agent socket ended with ${code} ${reason}`)));
    socket.once('open', () =>
      socket.send(JSON.stringify({ type: 'hello', protocol: PROTOCOL_VERSION, ticket } satisfies AgentHello)),
    );
    socket.once('message', () => {
      socket.on('message', (data) => receive(screen, data.toString()));
      watch(screen, index);
      resolve();
    });
  });
}

function rate(searches: boolean): number {
  const seconds = (Date.now() - since) / 1_000;
  const matching = screens.filter((screen) => screen.searches === searches);
  return matching.reduce((sum, { bytes }) => sum + bytes, 0) / matching.length / seconds;
}

async function answer(request: AgentRequest): Promise<void> {
  if (request.do === 'connect') {
    for (const screen of screens.splice(0))
      screen.socket
        .removeAllListeners()
        .on('error', () => undefined)
        .terminate();
    // What earlier screens saw says nothing of the server that these connect to.
    all = null;
    await Promise.all(request.tickets.map((ticket, index) => connectScreen(request.url, ticket, index)));
  }
  if (request.do === 'begin') {
    latencies = [];
    seenByWatchers = 0;
    since = request.since;
    delay.reset();
    for (const screen of screens) screen.bytes = 0;
  }
  const measured = { latencies, seenByWatchers, topBytes: rate(false), searchBytes: rate(true), rowBytes, all };
  process.send?.({ ...measured, loopDelay: delay.percentile(99) / 1e6 - SAMPLED_EVERY } satisfies AgentAnswer);
}

delay.enable();
process.on('message', (request) => {
  answer(request as AgentRequest).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.on('disconnect', () => process.exit(0));
