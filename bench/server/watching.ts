import { setTimeout as pause } from 'node:timers/promises';
import type { Generator } from './child.ts';
import type { Visitors } from './crowd-of.ts';
import type { AgentAnswer, AgentRequest } from './load-messages.ts';
import { percentile } from './percentile.ts';
import { usageOf } from './process-usage.ts';
import { loopDelayOf } from './server-figures.ts';

export interface Watched {
  readonly visitors: number;
  /** Page view meant to be sent → on an agent's screen, ms. */
  readonly p50: number;
  readonly p99: number;
  /** Page views of searched visitors that reached the screen searching for them, 0–1. */
  readonly seen: number;
  /** CPU of the server per page view, everything included, µs. */
  readonly cpuPerEvent: number;
  readonly topBytes: number;
  readonly searchBytes: number;
  /** What a screen would take that is sent everybody's row each second. */
  readonly wholeListBytes: number;
  /** 99th percentile of how late the server's event loop was, ms. */
  readonly serverDelay: number;
  /** 99th percentile of the generators' own lateness, ms. */
  readonly loopDelay: number;
}

/** Above this the generators measure themselves. */
export const MOST_LOOP_DELAY = 20;
const PAGE_EVERY = 20_000;
/** What is sent last still has to arrive. */
const AFTERWARDS = 1_500;

/** Lets everyone browse for `forMs` and measures what the screens see of it. */
export async function measureWatching(
  visitors: Visitors,
  agents: Generator<AgentRequest, AgentAnswer>,
  server: { readonly pid: number; readonly url: string },
  forMs: number,
): Promise<Watched> {
  const { pid, url } = server;
  await pause(2_000);
  await agents.ask({ do: 'begin', since: Date.now() });
  await loopDelayOf(url);
  const before = usageOf(pid);
  const load = await visitors.browse(PAGE_EVERY, forMs);
  const after = usageOf(pid);
  const serverDelay = await loopDelayOf(url);
  await pause(AFTERWARDS);
  const screens = await agents.ask({ do: 'report' });
  const latencies = [...screens.latencies];
  return {
    visitors: visitors.count,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    seen: screens.seenByWatchers / load.sentByWatched,
    cpuPerEvent: ((after.cpuMs - before.cpuMs) * 1_000) / load.sent,
    topBytes: screens.topBytes,
    searchBytes: screens.searchBytes,
    wholeListBytes: screens.rowBytes * visitors.count,
    serverDelay,
    loopDelay: Math.max(load.loopDelay, screens.loopDelay),
  };
}
