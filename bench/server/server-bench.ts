/**
 * The whole server with real sockets, beside a bare `ws` server under the same load in the same run.
 * `node bench/server/server-bench.ts [--quick] [--out=file.md]`
 */
import { join } from 'node:path';
import { argv } from 'node:process';
import { accountKey } from '@vetrina/protocol/ids';
import { report } from '../report.ts';
import { generator, startServer } from './child.ts';
import { type Visitors, visitorsOn } from './crowd-of.ts';
import { flood, savedPageViews } from './flood.ts';
import { type AgentAnswer, type AgentRequest, SEARCHING_AGENTS, TOP_AGENTS } from './load-messages.ts';
import { usageOf } from './process-usage.ts';
import { measureRestart } from './restart.ts';
import { type BareResults, serverTable, type VetrinaResults } from './results.ts';
import { startVetrina } from './vetrina.ts';
import { measureWatching, type Watched } from './watching.ts';

interface Scale {
  readonly sizes: readonly number[];
  readonly watchMs: number;
  readonly floodMs: number;
}

const FULL: Scale = { sizes: [2_000, 10_000, 15_000], watchMs: 40_000, floodMs: 10_000 };
const QUICK: Scale = { sizes: [500, 2_000], watchMs: 20_000, floodMs: 4_000 };
const BARE = join(import.meta.dirname, 'bare-server.ts');
const ANY_KEY = accountKey.parse('bareserverasksfornokeyatall');
const SCREENS = SEARCHING_AGENTS + TOP_AGENTS;

const say = (text: string) => console.error(`[${new Date().toISOString().slice(11, 19)}] ${text}`);

/** Memory that each visitor adds, in bytes: what grew since nobody was there. */
function memoryPerVisitor(pid: number, empty: number, visitors: Visitors): number {
  return (usageOf(pid).memory - empty) / visitors.count;
}

async function measureVetrina({ sizes, watchMs }: Scale): Promise<Omit<VetrinaResults, 'flood'>> {
  const vetrina = await startVetrina();
  const agents = generator<AgentRequest, AgentAnswer>('agent-load.ts');
  const visitors = visitorsOn(vetrina.url, vetrina.key, Math.max(...sizes));
  try {
    const empty = usageOf(vetrina.server.pid).memory;
    const watched: Watched[] = [];
    for (const size of sizes) {
      say(`Vetrina: ${size} visitors arrive`);
      await visitors.growTo(size);
      await agents.ask({ do: 'connect', url: vetrina.url, tickets: await vetrina.tickets(SCREENS) });
      say(`Vetrina: ${SCREENS} screens watch ${size} visitors`);
      watched.push(await measureWatching(visitors, agents, vetrina.server, watchMs));
    }
    const memory = memoryPerVisitor(vetrina.server.pid, empty, visitors);
    say('Vetrina: restart under its visitors');
    const restart = await measureRestart(vetrina, agents, visitors.count);
    return { watched, memory, empty, restart };
  } finally {
    agents.end();
    await visitors.end().catch(() => undefined);
    await vetrina.end();
  }
}

async function floodVetrina({ floodMs }: Scale): Promise<VetrinaResults['flood']> {
  const vetrina = await startVetrina();
  try {
    say('Vetrina: flood of page views');
    const result = await flood(vetrina.url, vetrina.key, vetrina.server.pid, floodMs);
    await vetrina.server.stop();
    return { ...result, saved: savedPageViews(vetrina.dataDir), seconds: floodMs / 1_000 };
  } finally {
    await vetrina.end();
  }
}

async function measureBare({ sizes, watchMs, floodMs }: Scale): Promise<BareResults> {
  say('bare ws: flood');
  const parser = await startServer(BARE, [], {});
  const parsed = await flood(parser.url, ANY_KEY, parser.pid, floodMs);
  await parser.stop();

  const relay = await startServer(BARE, ['--relay'], {});
  const agents = generator<AgentRequest, AgentAnswer>('agent-load.ts');
  const most = Math.max(...sizes);
  const visitors = visitorsOn(relay.url, ANY_KEY, most);
  try {
    const empty = usageOf(relay.pid).memory;
    say(`bare ws relay: ${most} visitors arrive`);
    await visitors.growTo(most);
    await agents.ask({
      do: 'connect',
      url: relay.url,
      tickets: Array.from({ length: SEARCHING_AGENTS }, () => 'none'),
    });
    const watched = await measureWatching(visitors, agents, relay, Math.min(watchMs, 20_000));
    return { flood: parsed, watched, memory: memoryPerVisitor(relay.pid, empty, visitors) };
  } finally {
    agents.end();
    await visitors.end().catch(() => undefined);
    await relay.stop();
  }
}

const scale = argv.includes('--quick') ? QUICK : FULL;
const bare = await measureBare(scale);
const vetrina = { ...(await measureVetrina(scale)), flood: await floodVetrina(scale) };
const table = serverTable(vetrina, bare);
report(table);
