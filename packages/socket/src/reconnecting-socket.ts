import { restAfterCode } from '@vetrina/protocol/come-back';
import { PATIENCE, waitAfterRest, waitBeforeLook } from './reconnect-policy.ts';
import type { Sign, SocketEnv, Wire } from './socket-env.ts';

export type SocketState =
  | { is: 'connecting' }
  | { is: 'open' }
  /** `until` is wall-clock ms; `attempt` counts failures since the server was last heard, from 1. */
  | { is: 'waiting'; until: number; attempt: number }
  /** Final: closed by us (1000) or by a code that forbids coming back. */
  | { is: 'ended'; code: number; reason: string };

export interface SocketOptions {
  /** Asked before every attempt, so that it may carry something fresh. A rejection counts as a failed attempt. */
  address(): string | Promise<string>;
  /** The wire is up: say hello with `send`. */
  onOpen(send: (frame: string) => void): void;
  onMessage(text: string): void;
  onState(state: SocketState): void;
  env: SocketEnv;
}

export interface ReconnectingSocket {
  /** False when the wire is not up; nothing is kept for later, what to resend is the caller's knowledge. */
  send(frame: string): boolean;
  /** Ends it for good; the state becomes `ended` with 1000. */
  close(): void;
}

/** Everything one socket knows. Functions below each do one verb to it. */
interface Line {
  readonly options: SocketOptions;
  state: SocketState;
  /** Absent between attempts, while the address is being fetched, and at the end. */
  wire: Wire | undefined;
  /** Raised by every attempt and every drop: news from an older number is stale. */
  era: number;
  failures: number;
  /** Wall-clock ms of the last sign of life, or of the start of the attempt. */
  heardAt: number;
  /** Before this moment no sign brings the line back: the server asked for the wait. */
  notBefore: number;
  wentOffline: boolean;
  cancelTimer: () => void;
  stopWatching: () => void;
}

const nothing = (): void => undefined;

/**
 * A WebSocket that comes back by itself: full-jitter backoff, obedience to close codes, a watchdog for silent death,
 * and an immediate second life when the network or the machine wakes. Dials at once.
 */
export function openSocket(options: SocketOptions): ReconnectingSocket {
  const line: Line = {
    options,
    state: { is: 'connecting' },
    wire: undefined,
    era: 0,
    failures: 0,
    heardAt: 0,
    notBefore: 0,
    wentOffline: false,
    cancelTimer: nothing,
    stopWatching: nothing,
  };
  line.stopWatching = options.env.watch((sign) => notice(line, sign));
  dial(line);
  return {
    send: (frame) => say(line, frame),
    close: () => end(line, 1000, 'closed'),
  };
}

function enter(line: Line, state: SocketState): void {
  line.state = state;
  line.options.onState(state);
}

function plan(line: Line, ms: number, task: () => void): void {
  line.cancelTimer();
  line.cancelTimer = line.options.env.later(task, ms);
}

function dial(line: Line): void {
  const { env } = line.options;
  const era = ++line.era;
  line.heardAt = env.now();
  plan(line, PATIENCE.handshake, () => lose(line, 1006, 'no answer'));
  enter(line, { is: 'connecting' });
  const ifNewest =
    <Args extends unknown[]>(task: (line: Line, ...args: Args) => void) =>
    (...args: Args): void => {
      if (era === line.era) task(line, ...args);
    };
  const fail = ifNewest(() => lose(line, 1006, 'could not connect'));
  const go = ifNewest((_line, to: string) => {
    line.wire = env.connect(to, { opened: ifNewest(opened), heard: ifNewest(heard), closed: ifNewest(lose) });
  });
  try {
    const to = line.options.address();
    if (typeof to === 'string') go(to);
    else to.then(go).catch(fail);
  } catch {
    fail();
  }
}

function opened(line: Line): void {
  line.heardAt = line.options.env.now();
  line.wentOffline = false;
  enter(line, { is: 'open' });
  planLook(line, PATIENCE.look);
  line.options.onOpen((frame) => {
    say(line, frame);
  });
}

function heard(line: Line, text: string): void {
  line.heardAt = line.options.env.now();
  // Not in `opened`: a server that accepts and hangs up at once would be dialled in a tight loop.
  line.failures = 0;
  line.options.onMessage(text);
}

function say(line: Line, frame: string): boolean {
  if (line.state.is !== 'open' || !line.wire) return false;
  try {
    line.wire.send(frame);
    return true;
  } catch {
    return false;
  }
}

/** Lets go of the wire without waiting for its closing handshake, which a dead network never finishes. */
function drop(line: Line): void {
  const { wire } = line;
  line.wire = undefined;
  line.era++;
  line.cancelTimer();
  try {
    wire?.close();
  } catch {
    // A wire that was never up may refuse to be closed.
  }
}

function lose(line: Line, code: number, reason: string): void {
  const { env } = line.options;
  const rest = restAfterCode(code);
  const wait = waitAfterRest(rest, line.failures, env.random());
  if (wait === null) {
    end(line, code, reason);
    return;
  }
  drop(line);
  line.failures++;
  line.notBefore = env.now() + (rest ?? 0);
  dialIn(line, wait);
}

function dialIn(line: Line, wait: number): void {
  plan(line, wait, () => dial(line));
  enter(line, { is: 'waiting', until: line.options.env.now() + wait, attempt: line.failures });
}

function end(line: Line, code: number, reason: string): void {
  if (line.state.is === 'ended') return;
  drop(line);
  line.stopWatching();
  enter(line, { is: 'ended', code, reason });
}

function planLook(line: Line, ms: number): void {
  const plannedAt = line.options.env.now() + ms;
  plan(line, ms, () => look(line, plannedAt));
}

/** Is the open wire still alive? Runs every `PATIENCE.look` and on signs of waking. */
function look(line: Line, plannedAt: number): void {
  const now = line.options.env.now();
  // The wall clock was set back: without this the silence would seem shorter by that much.
  line.heardAt = Math.min(line.heardAt, now);
  const wait = waitBeforeLook(now, line.heardAt, plannedAt);
  if (wait) planLook(line, wait);
  else redial(line);
}

/** Comes back at once, or as soon as the server allows. */
function redial(line: Line): void {
  const wait = line.notBefore - line.options.env.now();
  drop(line);
  if (wait > 0) dialIn(line, wait);
  else dial(line);
}

function notice(line: Line, sign: Sign): void {
  const { is } = line.state;
  if (sign === 'offline') {
    // An open wire is kept: it may lead to this very machine or office, and the watchdog knows when it is dead.
    line.wentOffline = true;
  } else if (is === 'waiting') {
    redial(line);
  } else if (is === 'open') {
    // A wire from before the gap belongs to a network that may be gone, and nothing would tell.
    if (sign === 'online' && line.wentOffline) redial(line);
    else look(line, line.heardAt);
  }
}
