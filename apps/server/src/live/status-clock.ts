import { nextStatusChange } from '@vetrina/domain/status';
import type { Clock } from '../platform/clock.ts';
import { ExpiryQueue } from '../presence/expiry-queue.ts';
import { reconsiderBlock } from '../visitors/block-visitor.ts';
import type { VisitorChange } from '../visitors/changes.ts';
import type { OnSite, Stay } from '../visitors/stay.ts';

/** How exactly "10 minutes without activity" and the end of a timed block are kept, ms. */
const TICK = 500;

/** What time alone changes about people who are here: active becomes inactive, a timed block ends. */
export class StatusClock {
  readonly #clock: Clock;
  readonly #onSite: OnSite;
  readonly #queue = new ExpiryQueue<Stay>();
  readonly #stop: () => void;

  constructor(clock: Clock, onSite: OnSite, changed: (change: VisitorChange) => void) {
    this.#clock = clock;
    this.#onSite = onSite;
    this.#stop = clock.every(TICK, () => {
      const at = clock.now();
      for (const stay of this.#queue.due(at)) {
        changed(reconsiderBlock(stay, at) ?? { kind: 'aged', account: stay.account, visitor: stay.visitor, at });
      }
    });
  }

  /** Notes the visitor's next moment. */
  note(change: VisitorChange): void {
    const stay = this.#onSite.get(change.account, change.visitor.id);
    if (stay === undefined) return;
    const now = this.#clock.now();
    const status = stay.visitor.presence.state === 'here' ? nextStatusChange(stay.visitor, now) : null;
    const unblock = stay.visitor.blocked ? (stay.block?.until ?? null) : null;
    const next = Math.min(status ?? Number.POSITIVE_INFINITY, unblock ?? Number.POSITIVE_INFINITY);
    if (next > now && next !== Number.POSITIVE_INFINITY) this.#queue.set(stay, next);
    else this.#queue.delete(stay);
  }

  /** The visitor is gone. */
  forget(stay: Stay): void {
    this.#queue.delete(stay);
  }

  get size(): number {
    return this.#queue.size;
  }

  stop(): void {
    this.#stop();
  }
}
