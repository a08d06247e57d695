import { RHYTHM } from '@vetrina/protocol/limits';
import { BACKPRESSURE } from '../live/agent-feed.ts';
import type { Clock } from '../platform/clock.ts';
import type { Socket } from './socket.ts';

const SLOT = 1_000;
const SLOTS = RHYTHM.beat / SLOT;
const GRACE_SLOTS = RHYTHM.beatGrace / SLOT;
/** A socket is looked at for what it does not read this often, in slots; divides the wheel. */
const LOOK_SLOTS = 5;
const BEAT = JSON.stringify({ type: 'beat' });

/** Why a socket is given up. */
export type PulseEnd = 'silent' | 'slowReader';

/** One socket's place on the wheel. A class, because there is one for every visitor: its methods are shared. */
export class Pulse {
  readonly #slot: Set<Pulse>;
  readonly #socket: Socket;
  readonly #over: (why: PulseEnd) => void;
  /** Asked, and nothing heard since. */
  #awaited = false;
  #beat = BEAT;
  /** Since when much is unsent, ms since 1970; 0: it is not. */
  #behindSince = 0;

  constructor(slot: Set<Pulse>, socket: Socket, over: (why: PulseEnd) => void) {
    this.#slot = slot;
    this.#socket = socket;
    this.#over = over;
    slot.add(this);
  }

  /** A sign of life. */
  heard(): void {
    this.#awaited = false;
  }

  /** From now on the beat is this frame. */
  says(beat: string): void {
    this.#beat = beat;
  }

  stop(): void {
    this.#slot.delete(this);
  }

  ask(): void {
    this.#awaited = true;
    this.#socket.send(this.#beat);
    this.#socket.ping();
  }

  /** The grace is over. */
  judge(): void {
    if (!this.#awaited) return;
    this.stop();
    this.#over('silent');
  }

  /**
   * A pong says that the browser is there, not that it reads: one that never does is kept alive by its pongs, and what is
   * sent to it stays in memory.
   */
  look(now: number): void {
    const waiting = this.#socket.bufferedAmount;
    if (waiting <= BACKPRESSURE.skip) {
      this.#behindSince = 0;
      return;
    }
    if (this.#behindSince === 0) this.#behindSince = now;
    if (waiting <= BACKPRESSURE.close && now - this.#behindSince < BACKPRESSURE.stuckFor) return;
    this.stop();
    this.#over('slowReader');
  }
}

/**
 * One wheel of 25 one-second slots for all sockets: each socket stands in one slot, is asked for a sign of life when the
 * hand passes it, and is declared silent if nothing came by the time the hand is 8 slots further. A second costs one
 * slot's sockets, and a browser that died unnoticed is found within 25 + 8 + 1 s (V1: 35 s). Every fifth slot is looked at
 * meanwhile for sockets that do not read: they are found within 10 + 5 s.
 */
export class Heartbeat {
  readonly #slots: Set<Pulse>[] = Array.from({ length: SLOTS }, () => new Set());
  #hand = 0;
  #dealt = 0;
  readonly #clock: Clock;
  readonly #stop: () => void;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#stop = clock.every(SLOT, () => this.#turn());
  }

  /** Watches a socket; `over` is called once if it goes quiet, or is not read. */
  watch(socket: Socket, over: (why: PulseEnd) => void): Pulse {
    // Dealt out evenly, or the many who come back in one second after a restart would be asked in one second for ever.
    this.#dealt = (this.#dealt + 1) % SLOTS;
    return new Pulse(this.#slot(this.#dealt), socket, over);
  }

  /** How many sockets are watched. */
  get size(): number {
    return this.#slots.reduce((sum, slot) => sum + slot.size, 0);
  }

  stop(): void {
    this.#stop();
  }

  #turn(): void {
    this.#hand = (this.#hand + 1) % SLOTS;
    for (const pulse of this.#slot((this.#hand - GRACE_SLOTS + SLOTS) % SLOTS)) pulse.judge();
    for (const pulse of this.#slot(this.#hand)) pulse.ask();
    const now = this.#clock.now();
    for (let slot = this.#hand % LOOK_SLOTS; slot < SLOTS; slot += LOOK_SLOTS)
      for (const pulse of this.#slot(slot)) pulse.look(now);
  }

  #slot(index: number): Set<Pulse> {
    return this.#slots[index] as Set<Pulse>;
  }
}
