import { setTimeout as pause } from 'node:timers/promises';
import type { Generator } from './child.ts';
import { type AgentAnswer, type AgentRequest, SEARCHING_AGENTS } from './load-messages.ts';
import type { Vetrina } from './vetrina.ts';

const LIMIT = 60_000;

export interface Restarted {
  /** SIGTERM → the new process answers, ms. */
  readonly readyMs: number;
  /** SIGTERM → the list counts everyone again, ms; NaN: not within a minute. */
  readonly exactMs: number;
}

/** Restarts the server under its visitors, who come back by themselves, and waits until the list counts them all. */
export async function measureRestart(
  vetrina: Vetrina,
  agents: Generator<AgentRequest, AgentAnswer>,
  visitors: number,
): Promise<Restarted> {
  const startedAt = performance.now();
  await vetrina.restart();
  const readyMs = performance.now() - startedAt;
  // One screen more than those that search: it shows the top of the list and with it the count of everyone.
  await agents.ask({ do: 'connect', url: vetrina.url, tickets: await vetrina.tickets(SEARCHING_AGENTS + 1) });
  while (performance.now() - startedAt < LIMIT) {
    const { all } = await agents.ask({ do: 'report' });
    if (all === visitors) return { readyMs, exactMs: performance.now() - startedAt };
    await pause(100);
  }
  return { readyMs, exactMs: Number.NaN };
}
