import { restAfterCode } from '@vetrina/protocol/come-back';
import { PATIENCE, waitAfterRest, waitBeforeLook } from './reconnect-policy.ts';
import type { SocketEnv, Wire } from './socket-env.ts';

export type SocketState =
  | { is: 'connecting' }
  | { is: 'open' }
  /** `until` is wall-clock ms; `attempt` counts failures since the server was last heard, from 1. */
  | { is: 'waiting'; until: number; attempt: number }
  /** Final: closed by us (1000) or by a code that forbids coming back. */
  | { is: 'ended'; code: number; reason: string };

export interface SocketOptions {
  /** Asked before every attempt, so that it may carry something fresh. Calls one of the two, now or later; throwing is failing. */
  address(go: (address: string) => void, fail: () => void): void;
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

const nothing = (): void => undefined;

/**
 * A WebSocket that comes back by itself: full-jitter backoff, obedience to close codes, a watchdog for silent death,
 * and an immediate second life when the network or the machine wakes. Dials at once.
 *
 * What one socket knows are locals of this one function, because the script on visitors' pages counts its bytes: names of
 * locals are shortened by every minifier, names of fields are not.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: see above; each inner function does one verb.
export function openSocket({ address, onOpen, onMessage, onState, env }: SocketOptions): ReconnectingSocket {
  let state: SocketState = { is: 'connecting' };
  /** Absent between attempts, while the address is being fetched, and at the end. */
  let wire: Wire | undefined;
  /** Raised by every attempt and every drop: news from an older number is stale. */
  let newest = 0;
  let failures = 0;
  /** Wall-clock ms of the last sign of life, or of the start of the attempt. */
  let heardAt = 0;
  /** Before this moment no sign brings the line back: the server asked for the wait. */
  let notBefore = 0;
  let wentOffline = false;
  let cancelTimer = nothing;

  function enter(next: SocketState): void {
    state = next;
    onState(next);
  }

  function plan(ms: number, task: () => void): void {
    cancelTimer();
    cancelTimer = env.later(task, ms);
  }

  function dial(): void {
    const era = ++newest;
    const ifNewest =
      <Args extends unknown[]>(task: (...args: Args) => void) =>
      (...args: Args): void => {
        if (era === newest) task(...args);
      };
    const fail = ifNewest(() => lose(1006, ''));
    const go = ifNewest((to: string) => {
      wire = env.connect(to, { opened: ifNewest(opened), heard: ifNewest(heard), closed: ifNewest(lose) });
    });
    heardAt = env.now();
    plan(PATIENCE.handshake, fail);
    enter({ is: 'connecting' });
    try {
      address(go, fail);
    } catch {
      fail();
    }
  }

  function opened(): void {
    heardAt = env.now();
    wentOffline = false;
    enter({ is: 'open' });
    planLook(PATIENCE.look);
    onOpen(send);
  }

  function heard(text: string): void {
    heardAt = env.now();
    // Not in `opened`: a server that accepts and hangs up at once would be dialled in a tight loop.
    failures = 0;
    onMessage(text);
  }

  function send(frame: string): boolean {
    try {
      if (state.is !== 'open') return false;
      (wire as Wire).send(frame);
      return true;
    } catch {
      return false;
    }
  }

  /** Lets go of the wire without waiting for its closing handshake, which a dead network never finishes. */
  function drop(): void {
    const dropped = wire;
    wire = undefined;
    newest++;
    cancelTimer();
    try {
      dropped?.close();
    } catch {
      // A wire that was never up may refuse to be closed.
    }
  }

  function lose(code: number, reason: string): void {
    const rest = restAfterCode(code);
    if (rest === null) {
      end(code, reason);
      return;
    }
    drop();
    notBefore = env.now() + rest;
    dialIn(waitAfterRest(rest, failures++, env.random()));
  }

  function dialIn(wait: number): void {
    plan(wait, dial);
    enter({ is: 'waiting', until: env.now() + wait, attempt: failures });
  }

  function end(code: number, reason: string): void {
    if (state.is === 'ended') return;
    drop();
    stopWatching();
    enter({ is: 'ended', code, reason });
  }

  function planLook(ms: number): void {
    const plannedAt = env.now() + ms;
    plan(ms, () => look(plannedAt));
  }

  /** Is the open wire still alive? Runs every `PATIENCE.look` and on signs of waking. */
  function look(plannedAt: number): void {
    const now = env.now();
    // The wall clock was set back: without this the silence would seem shorter by that much.
    heardAt = Math.min(heardAt, now);
    const wait = waitBeforeLook(now, heardAt, plannedAt);
    if (wait) planLook(wait);
    else redial();
  }

  /** Comes back at once, or as soon as the server allows. */
  function redial(): void {
    const wait = notBefore - env.now();
    drop();
    if (wait > 0) dialIn(wait);
    else dial();
  }

  const stopWatching = env.watch((sign) => {
    if (sign === 'offline') {
      // An open wire is kept: it may lead to this very machine or office, and the watchdog knows when it is dead.
      wentOffline = true;
    } else if (state.is === 'waiting') {
      redial();
    } else if (state.is === 'open') {
      // A wire from before the gap belongs to a network that may be gone, and nothing would tell.
      if (sign === 'online' && wentOffline) redial();
      else look(heardAt);
    }
  });
  dial();
  return { send, close: () => end(1000, 'closed') };
}
