import { RHYTHM } from '@vetrina/protocol/limits';
import type { Clock } from '../platform/clock.ts';
import type { Socket } from './socket.ts';

const SLOT = 1_000;
const SLOTS = RHYTHM.beat / SLOT;
const GRACE_SLOTS = RHYTHM.beatGrace / SLOT;
const BEAT = JSON.stringify({ type: 'beat' });

/** One socket's place on the wheel. A class, because there is one for every visitor: its methods are shared. */
export class Pulse {
  readonly #slot: Set<Pulse>;
  readonly #socket: Socket;
  readonly #silent: () => void;
  /** Asked, and nothing heard since. */
  #awaited = false;
  #beat = BEAT;

  constructor(slot: Set<Pulse>, socket: Socket, silent: () => void) {
    this.#slot = slot;
    this.#socket = socket;
    this.#silent = silent;
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
    this.#silent();
  }
}

/**
 * One wheel of 25 one-second slots for all sockets: each socket stands in one slot, is asked for a sign of life when the
 * hand passes it, and is declared silent if nothing came by the time the hand is 8 slots further. A second costs one
 * slot's sockets, and a browser that died unnoticed is found within 25 + 8 + 1 s (V1: 35 s).
 */
export class Heartbeat {
  readonly #slots: Set<Pulse>[] = Array.from({ length: SLOTS }, () => new Set());
  #hand = 0;
  #dealt = 0;
  readonly #stop: () => void;

  constructor(clock: Clock) {
    this.#stop = clock.every(SLOT, () => this.#turn());
  }

  /** Watches a socket; `silent` is called once if it goes quiet. */
  watch(socket: Socket, silent: () => void): Pulse {
    // Dealt out evenly, or the many who come back in one second after a restart would be asked in one second for ever.
    this.#dealt = (this.#dealt + 1) % SLOTS;
    return new Pulse(this.#slot(this.#dealt), socket, silent);
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
  }

  #slot(index: number): Set<Pulse> {
    return this.#slots[index] as Set<Pulse>;
  }
}
