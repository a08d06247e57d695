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

export interface WithRules {
  readonly spent: Spent;
  /** To arriving visitors. */
  readonly told: Told;
  readonly written: Reported;
  readonly held: Reported;
}

const REPORTS_PER_SECOND = 100;
const IDLE = 10_000;
const WARMING = 600;
const WARM_FOR = 3_000;
/** Until then somebody who left may come back to the same visit, ms. */
const LEFT_AFTER = 8_000;
/** The journal is written behind, and what was allocated on the way is collected. */
const SETTLES = 3_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

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

/** @param empty bytes of the process before anybody came, or was expected */
async function spentOn(
  vetrina: Vetrina,
  tabs: Tabs,
  { viewMs }: Scale,
  empty: number,
): Promise<{ spent: Spent; told: Told }> {
  await warmUp(vetrina, tabs.count);
  const { pid } = vetrina.server;
  const arrived = await cpuOf(pid, () => tabs.arrive());
  const memory = (usageOf(pid).memory - empty) / tabs.count;
  const each = ({ answer, cpuMs }: { answer: TabAnswer; cpuMs: number }) => (1_000 * cpuMs) / answer.sent;
  const navigation = each(await cpuOf(pid, () => tabs.view('navigate', viewMs, viewMs)));
  const load = each(await cpuOf(pid, () => tabs.view('load', viewMs, viewMs)));
  const arrival = (1_000 * arrived.cpuMs) / tabs.count;
  return { spent: { arrival, navigation, load, memory }, told: arrived.answer.told };
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

/** A fresh server without rules under its visitors. */
export async function measureWithout(scale: Scale): Promise<Spent> {
  const vetrina = await startVetrina();
  const tabs = tabsOn(vetrina.url, vetrina.key, scale.visitors);
  try {
    return (await spentOn(vetrina, tabs, scale, usageOf(vetrina.server.pid).memory)).spent;
  } finally {
    await tabs.end().catch(() => undefined);
    await vetrina.end();
  }
}

/** A fresh server with fifty rules under the same visitors, whose pages then report two of them. */
export async function measureWith(scale: Scale): Promise<WithRules> {
  const vetrina = await startVetrina();
  const tabs = tabsOn(vetrina.url, vetrina.key, scale.visitors);
  try {
    const { pid } = vetrina.server;
    const empty = usageOf(pid).memory;
    const ids = await beginRules(vetrina);
    const { spent, told } = await spentOn(vetrina, tabs, scale, empty);
    const idle = (await cpuOf(pid, () => pause(IDLE))).cpuMs / (IDLE + SETTLES);
    const report = (name: string) => reported(pid, tabs, ids.get(name) as RuleId, idle, scale.reportMs);
    return { spent, told, written: await report(EVERYBODYS.written), held: await report(EVERYBODYS.held) };
  } finally {
    await tabs.end().catch(() => undefined);
    await vetrina.end();
  }
}
