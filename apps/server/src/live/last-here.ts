import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import type { LastHereStore } from '../accounts/ports.ts';
import type { Clock } from '../platform/clock.ts';

/** Who came or went is written so soon, together, ms; a team that reconnects at once costs one statement. */
const NEWS_EVERY = 1_000;
/** Everyone who is here is written so often, ms: as much earlier a crash may date their going. */
const ALL_EVERY = 60_000;

type Agent = { readonly account: AccountId; readonly agent: AgentId };

export interface LastHereParts {
  readonly clock: Clock;
  readonly lastHere: LastHereStore;
  readonly failed: (reason: unknown) => void;
}

/** C5 over a restart: keeps written when agents were last here. What could not be written is written with the next round. */
export class LastHere {
  readonly #parts: LastHereParts;
  readonly #present: () => readonly Agent[];
  readonly #news = new Map<AgentId, Agent>();
  readonly #stops: (() => void)[];

  /** @param present who is here now */
  constructor(parts: LastHereParts, present: () => readonly Agent[]) {
    this.#parts = parts;
    this.#present = present;
    this.#stops = [
      parts.clock.every(NEWS_EVERY, () => void this.#write([])),
      parts.clock.every(ALL_EVERY, () => void this.save()),
    ];
  }

  /** This agent came or went just now. */
  note({ account, agent }: Agent): void {
    this.#news.set(agent, { account, agent });
  }

  /** Writes everyone who is here, or went since the last writing. Never rejects. */
  save(): Promise<void> {
    return this.#write(this.#present());
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  async #write(present: readonly Agent[]): Promise<void> {
    const agents = [...present, ...this.#news.values()];
    this.#news.clear();
    if (agents.length === 0) return;
    const { lastHere, clock, failed } = this.#parts;
    await lastHere.saveHere(agents, clock.now()).catch(failed);
  }
}
