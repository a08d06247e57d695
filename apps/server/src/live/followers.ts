import type { VisitorId } from '@vetrina/protocol/ids';
import type { VisitorDetails } from '@vetrina/protocol/visitor-details';
import type { Actor } from '../accounts/ports.ts';
import type { Socket } from '../edge/socket.ts';
import type { Clock } from '../platform/clock.ts';
import type { VisitorChange } from '../visitors/changes.ts';
import { BACKPRESSURE } from './agent-feed.ts';

/** Changes of a followed visitor are told together, at most this often, ms. */
const TICK = 250;
/** After a failed reading (the database is away) the next one is tried so much later, ms. */
const RETRY = 2_000;

interface Follower {
  readonly actor: Actor;
  readonly socket: Socket;
  visitor: VisitorId | null;
  /** Something changed since the details were last read. */
  stale: boolean;
  reading: boolean;
}

/** Null: no such visitor, or not this agent's to see. */
export type ReadDetails = (actor: Actor, visitor: VisitorId) => Promise<VisitorDetails | null>;

/** Open detail panels (V7): each follows one visitor and is sent the details as they are now, and again after changes. */
export class Followers {
  readonly #clock: Clock;
  readonly #read: ReadDetails;
  readonly #failed: (reason: unknown) => void;
  readonly #bySocket = new Map<Socket, Follower>();
  readonly #byVisitor = new Map<VisitorId, Set<Follower>>();
  readonly #stale = new Set<Follower>();
  readonly #stop: () => void;

  constructor(clock: Clock, read: ReadDetails, failed: (reason: unknown) => void) {
    this.#clock = clock;
    this.#read = read;
    this.#failed = failed;
    this.#stop = clock.every(TICK, () => {
      for (const follower of this.#stale) void this.#tell(follower);
    });
  }

  /** Follows one visitor instead of the last; null stops. Answers at once. */
  follow(actor: Actor, socket: Socket, visitor: VisitorId | null): void {
    this.forget(socket);
    if (visitor === null) return;
    const follower: Follower = { actor, socket, visitor, stale: true, reading: false };
    this.#bySocket.set(socket, follower);
    const others = this.#byVisitor.get(visitor) ?? new Set();
    others.add(follower);
    this.#byVisitor.set(visitor, others);
    void this.#tell(follower);
  }

  forget(socket: Socket): void {
    const follower = this.#bySocket.get(socket);
    if (follower?.visitor == null) return;
    this.#bySocket.delete(socket);
    this.#stale.delete(follower);
    const others = this.#byVisitor.get(follower.visitor);
    others?.delete(follower);
    if (others?.size === 0) this.#byVisitor.delete(follower.visitor);
    follower.visitor = null;
  }

  changed(change: VisitorChange): void {
    for (const follower of this.#byVisitor.get(change.visitor.id) ?? []) {
      if (follower.actor.account !== change.account) continue;
      follower.stale = true;
      this.#stale.add(follower);
    }
  }

  get size(): number {
    return this.#bySocket.size;
  }

  stop(): void {
    this.#stop();
  }

  async #tell(follower: Follower): Promise<void> {
    const { visitor, socket } = follower;
    if (follower.reading || visitor === null || socket.bufferedAmount > BACKPRESSURE.skip) return;
    follower.reading = true;
    follower.stale = false;
    this.#stale.delete(follower);
    try {
      const details = await this.#read(follower.actor, visitor);
      if (follower.visitor === visitor) socket.send(JSON.stringify({ type: 'visitor-followed', visitor, details }));
    } catch (reason) {
      this.#failed(reason);
      this.#clock.after(RETRY, () => {
        if (follower.visitor === visitor) this.#stale.add(follower);
      });
    } finally {
      follower.reading = false;
    }
  }
}
