import type { AccountId } from '@vetrina/protocol/ids';
import type { Clock } from '../platform/clock.ts';
import type { BoxConnection, Boxes } from './boxes.ts';

/** So many tabs are looked at at a time, so often: 15,000 of them must not be one long task. */
const SLICE = 500;
const STEP = 50;
/** What concerns everybody changes in flurries (a restart, the end of a shift): told together, ms. */
const SETTLES_AFTER = 250;

/** Goes round all tabs of an account, in slices, when something changed that may concern each of them. */
export class TabRounds {
  readonly #clock: Clock;
  readonly #boxes: Pick<Boxes, 'everyTab'>;
  readonly #look: (tab: BoxConnection) => void;
  /** Tabs still to be looked at, by account. */
  readonly #due = new Map<AccountId, Iterator<BoxConnection>>();
  #cancelStep: (() => void) | null = null;

  constructor(clock: Clock, boxes: Pick<Boxes, 'everyTab'>, look: (tab: BoxConnection) => void) {
    this.#clock = clock;
    this.#boxes = boxes;
    this.#look = look;
  }

  /** Looks at everyone of the account; from the beginning again if it was under way. */
  begin(account: AccountId): void {
    this.#due.set(account, this.#boxes.everyTab(account));
    this.#cancelStep ??= this.#clock.after(SETTLES_AFTER, () => this.#step());
  }

  stop(): void {
    this.#cancelStep?.();
  }

  #step(): void {
    this.#cancelStep = null;
    let left = SLICE;
    for (const [account, tabs] of this.#due) {
      for (let next = tabs.next(); ; next = tabs.next()) {
        if (next.done === true) {
          this.#due.delete(account);
          break;
        }
        this.#look(next.value);
        left -= 1;
        if (left === 0) break;
      }
      if (left === 0) break;
    }
    if (this.#due.size > 0) this.#cancelStep = this.#clock.after(STEP, () => this.#step());
  }
}
