import { RHYTHM } from '@vetrina/protocol/limits';
import type { Clock } from '../platform/clock.ts';
import type { Socket } from './socket.ts';

const SLOT = 1_000;
const SLOTS = RHYTHM.beat / SLOT;
const GRACE_SLOTS = RHYTHM.beatGrace / SLOT;
const BEAT = JSON.stringify({ type: 'beat' });

interface Pulse {
  readonly socket: Socket;
  readonly silent: () => void;
  readonly slot: number;
  /** Asked, and nothing heard since. */
  awaited: boolean;
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

  /** Watches a socket; `silent` is called once if it goes quiet. `heard` is to be called for every sign of life. */
  watch(socket: Socket, silent: () => void): { heard(): void; stop(): void } {
    // Dealt out evenly, or the many who come back in one second after a restart would be asked in one second for ever.
    this.#dealt = (this.#dealt + 1) % SLOTS;
    const pulse: Pulse = { socket, silent, slot: this.#dealt, awaited: false };
    this.#slot(pulse.slot).add(pulse);
    return {
      heard: () => {
        pulse.awaited = false;
      },
      stop: () => this.#slot(pulse.slot).delete(pulse),
    };
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
    for (const pulse of this.#slot((this.#hand - GRACE_SLOTS + SLOTS) % SLOTS)) {
      if (!pulse.awaited) continue;
      this.#slot(pulse.slot).delete(pulse);
      pulse.silent();
    }
    for (const pulse of this.#slot(this.#hand)) {
      pulse.awaited = true;
      pulse.socket.send(BEAT);
      pulse.socket.ping();
    }
  }

  #slot(index: number): Set<Pulse> {
    return this.#slots[index] as Set<Pulse>;
  }
}
