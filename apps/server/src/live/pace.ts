import type { PaceChanged } from '@vetrina/protocol/messages/pace-changed';

/** Ms between two looks at the screens. */
export const TICK = 100;
export const BACKGROUND_INTERVAL = 1_000;

const STEPS: readonly Omit<PaceChanged, 'type'>[] = [
  { step: 'live', interval: TICK },
  { step: 'slower', interval: 500 },
  { step: 'slow', interval: 2_000 },
];

/** Share of a tick spent on screens or lost by being late, above which the pace is too fast, below which it is easy. */
const TOO_MUCH = 0.5;
const EASY = 0.2;
/** So many ticks in a row slow down (half a second) or speed up again (ten): quick to yield, slow to trust. */
const SLOW_AFTER = 5;
const FASTER_AFTER = 100;

/**
 * V10: under overload updates slow down in announced steps, and come back when it is over. Only the rhythm changes:
 * everybody stays in the list and every count stays exact.
 */
export class Pace {
  #step = 0;
  #strained = 0;
  #easy = 0;

  get current(): Omit<PaceChanged, 'type'> {
    return STEPS[this.#step] as Omit<PaceChanged, 'type'>;
  }

  /** Takes in one tick: ms spent on the screens and ms it came too late. True: the pace changed. */
  observe(busy: number, late: number): boolean {
    const strain = (busy + late) / TICK;
    this.#strained = strain > TOO_MUCH ? this.#strained + 1 : 0;
    this.#easy = strain < EASY ? this.#easy + 1 : 0;
    if (this.#strained >= SLOW_AFTER) return this.#move(1);
    if (this.#easy >= FASTER_AFTER) return this.#move(-1);
    return false;
  }

  #move(by: 1 | -1): boolean {
    this.#strained = 0;
    this.#easy = 0;
    const step = Math.min(STEPS.length - 1, Math.max(0, this.#step + by));
    const moved = step !== this.#step;
    this.#step = step;
    return moved;
  }
}
