import type { AccountId, AgentId, VisitorId } from '@vetrina/protocol/ids';
import { RHYTHM } from '@vetrina/protocol/limits';
import type { Clock } from '../platform/clock.ts';
import { ExpiryQueue } from '../presence/expiry-queue.ts';

const TICK = 500;

interface AtVisitor {
  readonly account: AccountId;
  readonly visitor: VisitorId;
}

/** Somebody began or stopped typing, or what stands in the composer is another text. */
export type TypingChange =
  | (AtVisitor & { readonly kind: 'visitor-typing'; readonly text: string | null })
  | (AtVisitor & { readonly kind: 'agent-typing'; readonly agent: AgentId | null });

/** Who is typing to whom: kept in memory only, and run out by itself 6 s after the last word of it. */
export class Typing {
  readonly #clock: Clock;
  readonly #changed: (change: TypingChange) => void;
  readonly #visitors = new Map<VisitorId, AtVisitor & { readonly text: string }>();
  readonly #agents = new Map<VisitorId, AtVisitor & { readonly agent: AgentId }>();
  readonly #visitorsEnd = new ExpiryQueue<VisitorId>();
  readonly #agentsEnd = new ExpiryQueue<VisitorId>();
  readonly #stop: () => void;

  constructor(clock: Clock, changed: (change: TypingChange) => void) {
    this.#clock = clock;
    this.#changed = changed;
    this.#stop = clock.every(TICK, () => {
      for (const visitor of this.#visitorsEnd.due(clock.now())) this.#visitorStops(visitor);
      for (const visitor of this.#agentsEnd.due(clock.now())) this.#agentStops(visitor);
    });
  }

  /** `text`: what agents may see of it, '' if nothing; null: stopped, sent, or gone. */
  visitorTypes(account: AccountId, visitor: VisitorId, text: string | null): void {
    if (text === null) {
      this.#visitorStops(visitor);
      return;
    }
    const before = this.#visitors.get(visitor);
    this.#visitors.set(visitor, { account, visitor, text });
    this.#visitorsEnd.set(visitor, this.#clock.now() + RHYTHM.typing);
    if (before?.text !== text) this.#changed({ kind: 'visitor-typing', account, visitor, text });
  }

  /** One agent at a time is shown; of two who type, the later. */
  agentTypes(account: AccountId, visitor: VisitorId, agent: AgentId, typing: boolean): void {
    const before = this.#agents.get(visitor);
    if (!typing) {
      if (before?.agent === agent) this.#agentStops(visitor);
      return;
    }
    this.#agents.set(visitor, { account, visitor, agent });
    this.#agentsEnd.set(visitor, this.#clock.now() + RHYTHM.typing);
    if (before?.agent !== agent) this.#changed({ kind: 'agent-typing', account, visitor, agent });
  }

  /** What the visitor is typing now; null: nothing. */
  textOf(visitor: VisitorId): string | null {
    return this.#visitors.get(visitor)?.text ?? null;
  }

  get size(): number {
    return this.#visitors.size + this.#agents.size;
  }

  stop(): void {
    this.#stop();
  }

  #visitorStops(visitor: VisitorId): void {
    const typed = this.#visitors.get(visitor);
    if (typed === undefined) return;
    this.#visitors.delete(visitor);
    this.#visitorsEnd.delete(visitor);
    this.#changed({ kind: 'visitor-typing', account: typed.account, visitor, text: null });
  }

  #agentStops(visitor: VisitorId): void {
    const typed = this.#agents.get(visitor);
    if (typed === undefined) return;
    this.#agents.delete(visitor);
    this.#agentsEnd.delete(visitor);
    this.#changed({ kind: 'agent-typing', account: typed.account, visitor, agent: null });
  }
}
