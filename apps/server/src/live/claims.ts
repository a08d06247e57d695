import type { AccountId, AgentId, VisitorId } from '@vetrina/protocol/ids';
import { RHYTHM } from '@vetrina/protocol/limits';
import type { Claims as ClaimsFrame } from '@vetrina/protocol/messages/compose';
import type { Clock } from '../platform/clock.ts';
import { ExpiryQueue } from '../presence/expiry-queue.ts';
import type { Desk } from './desks.ts';

/** How exactly the 60 s of V8 are kept, ms. */
const TICK = 500;

export type Claim = ClaimsFrame['claims'][number];

/** V8: who is writing to whom. A claim belongs to a desk: it ends when the agent stops, sends, falls idle or is gone. */
export class Claims {
  readonly #clock: Clock;
  readonly #changed: (account: AccountId) => void;
  readonly #accounts = new Map<AccountId, Map<Desk, VisitorId>>();
  readonly #idle = new ExpiryQueue<Desk>();
  readonly #stop: () => void;

  /** @param changed told of the account whose claims are others now */
  constructor(clock: Clock, changed: (account: AccountId) => void) {
    this.#clock = clock;
    this.#changed = changed;
    this.#stop = clock.every(TICK, () => {
      for (const desk of this.#idle.due(clock.now())) this.release(desk);
    });
  }

  /** A key was pressed in the composer for this visitor. The caller has checked that the agent may see them. */
  claim(desk: Desk, visitor: VisitorId): void {
    const { account } = desk.actor;
    const desks = this.#accounts.get(account) ?? new Map<Desk, VisitorId>();
    const before = desks.get(desk);
    desks.set(desk, visitor);
    this.#accounts.set(account, desks);
    this.#idle.set(desk, this.#clock.now() + RHYTHM.claim);
    if (before !== visitor) this.#changed(account);
  }

  release(desk: Desk): void {
    const { account } = desk.actor;
    const desks = this.#accounts.get(account);
    this.#idle.delete(desk);
    if (desks === undefined || !desks.delete(desk)) return;
    if (desks.size === 0) this.#accounts.delete(account);
    this.#changed(account);
  }

  /** The agent has said what they were writing to this visitor. */
  end(account: AccountId, agent: AgentId, visitor: VisitorId): void {
    for (const [desk, claimed] of this.#accounts.get(account) ?? [])
      if (claimed === visitor && desk.actor.agent === agent) this.release(desk);
  }

  /** Each agent once for each visitor, however many screens it is. */
  of(account: AccountId): readonly Claim[] {
    const claims = new Map<string, Claim>();
    for (const [{ actor }, visitor] of this.#accounts.get(account) ?? [])
      claims.set(`${visitor} ${actor.agent}`, { visitor, agent: actor.agent, name: actor.name });
    return [...claims.values()];
  }

  get size(): number {
    return this.#idle.size;
  }

  stop(): void {
    this.#stop();
  }
}
