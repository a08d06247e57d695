import { CLOSE, type CloseName } from '@vetrina/protocol/close-codes';
import type { ErrorCode } from '@vetrina/protocol/errors';
import { RHYTHM } from '@vetrina/protocol/limits';
import type { Refused } from '@vetrina/protocol/messages/say';
import { PROTOCOL_VERSION } from '@vetrina/protocol/version';
import type { z } from 'zod';
import { BACKPRESSURE } from '../live/agent-feed.ts';
import type { Clock } from '../platform/clock.ts';
import type { Counters } from '../platform/counters.ts';
import type { AddressBudgets } from './address-budget.ts';
import { decodeFrame } from './decode-frame.ts';
import { FrameGuard } from './frame-guard.ts';
import type { Heartbeat, Pulse } from './heartbeat.ts';
import type { Peer, Socket } from './socket.ts';

export interface ConnectionParts {
  readonly clock: Clock;
  readonly heartbeat: Heartbeat;
  readonly counters: Counters;
  readonly budgets: Pick<AddressBudgets, 'nameOf' | 'admits'>;
}

/** Ms a peer has to answer a close before the socket is ended without it: floods and slow readers must not linger. */
const CLOSING = 2_000;

/** Shared by all connections, and put back as soon as something is done with, so that an open socket holds on to little. */
const nothing = (): void => undefined;

/** Frames kept while a hello waits for the account or the store. */
const MOST_KEPT = 30;

/**
 * One socket at a door, whoever is behind it: limits, decoding, heartbeat and ending. Whatever the peer sends, the worst
 * that happens is that this one connection is closed with a code of the catalogue.
 */
export class Connection {
  readonly socket: Socket;
  readonly #parts: ConnectionParts;
  readonly #door: 'visitor' | 'agent';
  readonly #guard: FrameGuard;
  readonly #countedAs: string | null;
  readonly #pulse: Pulse;
  #take: (data: Uint8Array) => void = (data) => this.#keep(data);
  #kept: Uint8Array[] = [];
  #open = true;
  #end: (silentFor: number) => void = nothing;
  #cancelHello: () => void = nothing;
  #refuseHello: () => void = nothing;
  #cancelClosing: () => void = nothing;

  constructor(parts: ConnectionParts, socket: Socket, door: 'visitor' | 'agent', { ip }: Pick<Peer, 'ip'>) {
    this.socket = socket;
    this.#parts = parts;
    this.#door = door;
    this.#guard = new FrameGuard(parts.clock.now());
    this.#countedAs = parts.budgets.nameOf(ip);
    this.#pulse = parts.heartbeat.watch(socket, (why) => this.close(why));
    parts.counters.count('sockets_opened', door);
    this.#cancelHello = parts.clock.after(RHYTHM.hello, () => this.close('helloTimeout'));
    socket.onMessage((data) => this.#received(data));
    socket.onPong(() => this.#pulse.heard());
    socket.onClose(() => {
      this.#cancelClosing();
      this.#over();
    });
  }

  /** Much of what was sent is not taken yet: what is long is not added to it. */
  get isBehind(): boolean {
    return this.socket.bufferedAmount > BACKPRESSURE.skip;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Called once when the connection ends, by whichever side, with the ms since the peer was last surely there. */
  onEnd(listener: (silentFor: number) => void): void {
    this.#end = listener;
  }

  /** Ends the connection if the work behind it fails. */
  run(work: Promise<void>, failed: (reason: unknown) => void): void {
    work.catch((reason: unknown) => {
      failed(reason);
      this.close('internal');
    });
  }

  /** The first frame. Null: none that could be read came in time, and the connection is over. */
  hello<Schema extends z.ZodType>(schema: Schema): Promise<z.infer<Schema> | null> {
    return new Promise((resolve) => {
      if (!this.#open) return resolve(null);
      this.#refuseHello = () => resolve(null);
      this.#take = (data) => {
        const decoded = this.#decode(data, schema);
        if (decoded === null) return;
        this.#cancelHello();
        this.#cancelHello = nothing;
        this.#refuseHello = nothing;
        this.#take = (later) => this.#keep(later);
        resolve(decoded);
      };
      this.#release();
    });
  }

  /** From now on every frame that can be read goes to `listener`, those that came since the hello first. */
  onFrame<Schema extends z.ZodType>(schema: Schema, listener: (frame: z.infer<Schema>) => void): void {
    this.#take = (data) => {
      const frame = this.#decode(data, schema);
      if (frame === null) return;
      this.#parts.counters.count('frames_accepted', this.#door);
      listener(frame);
    };
    this.#release();
  }

  send(message: object): void {
    if (!this.#open) return;
    // One who asks in one go and then reads nothing leaves so much behind, and one answer.
    if (this.socket.bufferedAmount > BACKPRESSURE.close) this.close('slowReader');
    else this.socket.send(JSON.stringify(message));
  }

  /** From now on the sign of life is this frame. */
  beatWith(beat: string): void {
    this.#pulse.says(beat);
  }

  welcome(facts: object): void {
    this.send({ type: 'welcome', protocol: PROTOCOL_VERSION, ...facts, serverTime: this.#parts.clock.now() });
  }

  /** Refuses one frame; the connection goes on. */
  problem(code: ErrorCode, about: string | null): void {
    this.#parts.counters.count('problems_sent', code);
    this.send({ type: 'problem', code, ...(about !== null && { about }) });
  }

  /** Refuses something with an id, for good or for now; the connection goes on. */
  refused(frame: Refused): void {
    this.#parts.counters.count('problems_sent', frame.code);
    this.send(frame);
  }

  close(name: CloseName): void {
    if (!this.#open) return;
    const { code, reason } = CLOSE[name];
    this.#parts.counters.count('sockets_closed', name);
    this.socket.close(code, reason);
    // Nobody is there to answer.
    if (name === 'silent') this.socket.terminate();
    else if (this.#open) this.#cancelClosing = this.#parts.clock.after(CLOSING, () => this.socket.terminate());
    this.#over(name === 'silent' ? RHYTHM.beatGrace : 0);
  }

  #received(data: Uint8Array): void {
    if (!this.#open) return;
    this.#pulse.heard();
    const now = this.#parts.clock.now();
    if (!this.#guard.admits(now)) {
      this.#parts.counters.count('frames_refused', 'too-many');
      this.close('tooManyFrames');
      return;
    }
    if (!this.#parts.budgets.admits(this.#countedAs, data.length, now)) this.#drop(now);
    else if (this.socket.bufferedAmount > BACKPRESSURE.close) this.close('slowReader');
    else this.#take(data);
  }

  /** An honest neighbour's words are not lost: an outbox sends again what is not answered (C3). */
  #drop(now: number): void {
    this.#parts.counters.count('frames_refused', 'too-many-from-address');
    const drop = this.#guard.dropped(now);
    if (drop === 'flood') this.close('tooManyFrames');
    else if (drop === 'first') this.problem('too_many_requests', null);
  }

  #decode<Schema extends z.ZodType>(data: Uint8Array, schema: Schema): z.infer<Schema> | null {
    const decoded = decodeFrame(data, schema);
    if (decoded.ok) return decoded.frame;
    this.#parts.counters.count('frames_refused', decoded.fault);
    if (this.#guard.bad(this.#parts.clock.now())) this.close('badFrame');
    else this.problem('bad_frame', decoded.about);
    return null;
  }

  #keep(data: Uint8Array): void {
    if (this.#kept.length >= MOST_KEPT) this.close('tooManyFrames');
    else this.#kept.push(data);
  }

  #release(): void {
    const kept = this.#kept;
    this.#kept = [];
    for (const data of kept) if (this.#open) this.#take(data);
  }

  #over(silentFor = 0): void {
    if (!this.#open) return;
    this.#open = false;
    this.#kept = [];
    this.#cancelHello();
    this.#pulse.stop();
    this.#refuseHello();
    this.#end(silentFor);
  }
}
