import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import type { ToAgent } from '@vetrina/protocol/to-agent';
import type { Actor } from '../accounts/ports.ts';
import type { Socket } from '../edge/socket.ts';
import type { Clock } from '../platform/clock.ts';
import { BACKPRESSURE } from './agent-feed.ts';

/** Changes are told together, at most this often, ms. */
const TICK = 100;
/** Of each tick, ms: with tens of thousands of open conversations an inbox takes long to look through, and sockets wait. */
const BUDGET = 20;

/** What a desk is kept true about: always sent as it is then, so that ten changes cost one frame. */
export type Topic = 'inbox' | 'counts' | 'claims' | 'team' | 'followed';

/** One agent's open screen, as conversations see it. */
export class Desk {
  readonly actor: Actor;
  readonly #socket: Socket;
  /** C8: somebody looks at it, as it said last. */
  attends = false;
  /** What this screen has not been told the newest of. */
  readonly stale = new Set<Topic>();

  constructor(actor: Actor, socket: Socket) {
    this.actor = actor;
    this.#socket = socket;
  }

  /** True: it has too much unread already. Whatever would be sent now waits, or is left out. */
  get isStuck(): boolean {
    return this.#socket.bufferedAmount > BACKPRESSURE.skip;
  }

  send(frame: ToAgent): void {
    this.#socket.send(JSON.stringify(frame));
  }
}

/** Tells one desk about one topic. */
type Teller = (desk: Desk) => void;

/** The open screens of every account's team, and what each of them has still to be told. */
export class Desks {
  readonly #accounts = new Map<AccountId, Set<Desk>>();
  readonly #stale = new Set<Desk>();
  readonly #tellers = new Map<Topic, Teller>();
  readonly #clock: Clock;
  readonly #stop: () => void;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#stop = clock.every(TICK, () => this.#tick());
  }

  /** Who tells about a topic; set once, before anybody sits down. */
  tells(topic: Topic, teller: Teller): void {
    this.#tellers.set(topic, teller);
  }

  attach(actor: Actor, socket: Socket): Desk {
    const desk = new Desk(actor, socket);
    const desks = this.#accounts.get(actor.account) ?? new Set();
    desks.add(desk);
    this.#accounts.set(actor.account, desks);
    return desk;
  }

  detach(desk: Desk): void {
    const desks = this.#accounts.get(desk.actor.account);
    desks?.delete(desk);
    if (desks?.size === 0) this.#accounts.delete(desk.actor.account);
    this.#stale.delete(desk);
  }

  of(account: AccountId): ReadonlySet<Desk> {
    return this.#accounts.get(account) ?? new Set();
  }

  /** C8: does this agent look at one of their screens? */
  attends(account: AccountId, agent: AgentId): boolean {
    for (const desk of this.of(account)) if (desk.attends && desk.actor.agent === agent) return true;
    return false;
  }

  /** To be told at the next tick. */
  mark(desk: Desk, topic: Topic): void {
    desk.stale.add(topic);
    this.#stale.add(desk);
  }

  markAll(account: AccountId, topic: Topic): void {
    for (const desk of this.of(account)) this.mark(desk, topic);
  }

  get size(): number {
    let size = 0;
    for (const desks of this.#accounts.values()) size += desks.size;
    return size;
  }

  stop(): void {
    this.#stop();
  }

  #tick(): void {
    const end = this.#clock.now() + BUDGET;
    for (const desk of this.#stale) {
      if (desk.isStuck) continue;
      // Whoever is left has their turn at the next tick, before those who were told now.
      if (this.#clock.now() > end) return;
      this.#stale.delete(desk);
      const topics = [...desk.stale];
      desk.stale.clear();
      for (const topic of topics) this.#tellers.get(topic)?.(desk);
    }
  }
}
