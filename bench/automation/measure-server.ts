import { setTimeout as pause } from 'node:timers/promises';
import { rule } from '@vetrina/protocol/automation/rule';
import { AUTOMATION_ROUTES } from '@vetrina/protocol/http/automation-routes';
import type { RuleId } from '@vetrina/protocol/ids';
import { percentile } from '../server/percentile.ts';
import { usageOf } from '../server/process-usage.ts';
import { startVetrina, type Vetrina } from '../server/vetrina.ts';
import { EVERYBODYS, fiftyRules } from './fifty-rules.ts';
import type { TabAnswer, Told } from './tab-messages.ts';
import { type Tabs, tabsOn } from './tabs-on.ts';

export interface Scale {
  readonly visitors: number;
  /** How long pages are viewed, ms; each visitor views one in this time. */
  readonly viewMs: number;
  readonly reportMs: number;
}

/** What the server process spent on the same visitors, CPU in µs each. */
export interface Spent {
  readonly arrival: number;
  /** A page shown without loading one. */
  readonly navigation: number;
  /** A page loaded: its socket is another. */
  readonly load: number;
  /** Bytes by which the process grew, its own warming up included, per visitor. */
  readonly memory: number;
}

export interface Reported {
  /** CPU of the server per report beyond what it spends on visitors who do nothing, µs. */
  readonly cpu: number;
  readonly p99: number;
  readonly sent: number;
  readonly answered: number;
  readonly loopDelay: number;
}

/** Two servers under the same visitors at the same time. */
export interface Round {
  readonly free: Spent;
  readonly ruled: Spent;
  /** To arriving visitors of the one with rules. */
  readonly told: Told;
  readonly written: Reported;
  readonly held: Reported;
}

interface Side {
  readonly vetrina: Vetrina;
  readonly tabs: Tabs;
  /** Bytes of the process before anybody came, or was expected. */
  readonly empty: number;
}

const REPORTS_PER_SECOND = 100;
const IDLE = 10_000;
const WARMING = 600;
const WARM_FOR = 3_000;
/** Until then somebody who left may come back to the same visit, ms. */
const LEFT_AFTER = 8_000;
/** The journal is written behind, and what was allocated on the way is collected. */
const SETTLES = 3_000;

async function cpuOf<Answer>(pid: number, work: () => Promise<Answer>) {
  const before = usageOf(pid).cpuMs;
  const answer = await work();
  await pause(SETTLES);
  return { answer, cpuMs: usageOf(pid).cpuMs - before };
}

/** Others, who leave again: nobody measures a server that has yet to learn its work. */
async function warmUp({ url, key }: Vetrina, first: number): Promise<void> {
  const tabs = tabsOn(url, key, WARMING, first);
  try {
    await tabs.arrive();
    await tabs.view('navigate', WARM_FOR, WARM_FOR);
    await tabs.view('load', WARM_FOR, WARM_FOR);
  } finally {
    await tabs.end();
  }
  await pause(LEFT_AFTER);
}

/** What each of a step's visitors took, µs. */
const each = ({ answer, cpuMs }: { readonly answer: TabAnswer; readonly cpuMs: number }) =>
  (1_000 * cpuMs) / answer.sent;

/** Does the same to both at the same time: whatever else the machine does falls on both. */
async function spentOn(sides: readonly [Side, Side], { viewMs }: Scale): Promise<{ spent: Spent; told: Told }[]> {
  const both = <Got>(step: (side: Side) => Promise<Got>) => Promise.all(sides.map(step));
  const cpu = (work: (tabs: Tabs) => Promise<TabAnswer>) =>
    both(({ vetrina, tabs }) => cpuOf(vetrina.server.pid, () => work(tabs)));
  await both(({ vetrina, tabs }) => warmUp(vetrina, tabs.count));
  const arrived = await cpu((tabs) => tabs.arrive());
  const grown = sides.map(({ vetrina, empty }) => usageOf(vetrina.server.pid).memory - empty);
  const navigated = await cpu((tabs) => tabs.view('navigate', viewMs, viewMs));
  const loaded = await cpu((tabs) => tabs.view('load', viewMs, viewMs));
  return sides.map(({ tabs }, side) => {
    const of = <Got>(steps: readonly Got[]) => steps[side] as Got;
    const arrival = (1_000 * of(arrived).cpuMs) / tabs.count;
    const memory = of(grown) / tabs.count;
    return {
      spent: { arrival, navigation: each(of(navigated)), load: each(of(loaded)), memory },
      told: of(arrived).answer.told,
    };
  });
}

async function reported(pid: number, tabs: Tabs, name: RuleId, idleShare: number, forMs: number): Promise<Reported> {
  const since = performance.now();
  const { answer, cpuMs } = await cpuOf(pid, () => tabs.report(name, REPORTS_PER_SECOND, forMs));
  const idle = idleShare * (performance.now() - since);
  const { sent, written, held, delays, loopDelay } = answer;
  const cpu = (1_000 * (cpuMs - idle)) / sent;
  return { cpu, p99: percentile([...delays], 0.99), sent, answered: written + held, loopDelay };
}

/** Makes the fifty rules and switches them on. Answers their ids by name. */
export async function beginRules(vetrina: Pick<Vetrina, 'post'>): Promise<ReadonlyMap<string, RuleId>> {
  const ids = new Map<string, RuleId>();
  for (const draft of fiftyRules(Date.now())) {
    const { id, name } = rule.parse(await vetrina.post(AUTOMATION_ROUTES.addRule.path, { draft, preset: null }));
    await vetrina.post(AUTOMATION_ROUTES.switchRule.path.replace(':rule', id), { isOn: true });
    ids.set(name, id);
  }
  return ids;
}

async function openSide(visitors: number): Promise<Side> {
  const vetrina = await startVetrina();
  const empty = usageOf(vetrina.server.pid).memory;
  return { vetrina, empty, tabs: tabsOn(vetrina.url, vetrina.key, visitors) };
}

async function closeSide({ tabs, vetrina }: Side): Promise<void> {
  await tabs.end().catch(() => undefined);
  await vetrina.end();
}

/** Two fresh servers, one of them with fifty rules, whose pages then report two of them. */
export async function measureRound(scale: Scale): Promise<Round> {
  const [free, ruled] = [await openSide(scale.visitors), await openSide(scale.visitors)];
  try {
    const ids = await beginRules(ruled.vetrina);
    const [without, with50] = await spentOn([free, ruled], scale);
    if (without === undefined || with50 === undefined) throw new Error('two sides were measured');
    const { pid } = ruled.vetrina.server;
    const idle = (await cpuOf(pid, () => pause(IDLE))).cpuMs / (IDLE + SETTLES);
    const report = (name: string) => reported(pid, ruled.tabs, ids.get(name) as RuleId, idle, scale.reportMs);
    const written = await report(EVERYBODYS.written);
    const held = await report(EVERYBODYS.held);
    return { free: without.spent, ruled: with50.spent, told: with50.told, written, held };
  } finally {
    await Promise.all([closeSide(free), closeSide(ruled)]);
  }
}
