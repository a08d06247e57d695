import type { BothLoads } from '../browser/page-loads.ts';
import { percentile } from '../server/percentile.ts';
import { MOST_LOOP_DELAY } from '../server/watching.ts';
import { atLeast, atMost, type Measurement, type ResultTable, readable } from '../table.ts';
import type { Reported, Spent, WithRules } from './measure-server.ts';
import type { RuleWork } from './rule-work.ts';

export interface AutomationResults {
  readonly visitors: number;
  /** One of each round. */
  readonly without: readonly Spent[];
  readonly with: readonly WithRules[];
  readonly work: RuleWork;
  readonly pages: BothLoads;
}

const KB = 1_024;
const SECOND = 1_000_000;

/** The least of the rounds: other work on the machine only ever adds. */
export function leastOf(rounds: readonly Spent[]): Spent {
  const least = (of: (spent: Spent) => number) => Math.min(...rounds.map(of));
  return {
    arrival: least(({ arrival }) => arrival),
    navigation: least(({ navigation }) => navigation),
    load: least(({ load }) => load),
    memory: least(({ memory }) => memory),
  };
}

/** The figure with rules beside the one without, and what they add. */
export function beside(what: string, unit: string, ruled: number, free: number): Measurement {
  const more = ruled - free;
  const share = (100 * Math.abs(more)) / free;
  const words = `${more < 0 ? '−' : '+'} ${readable(Math.abs(more))} ${unit}, ${readable(share)} %`;
  return { what, value: ruled, unit, baseline: { what: 'no rules', value: free }, note: words };
}

function reportRows(what: string, rounds: readonly Reported[]): Measurement[] {
  const [best] = [...rounds].sort((a, b) => a.cpu - b.cpu);
  if (best === undefined) return [];
  const p99 = Math.min(...rounds.map((round) => round.p99));
  const late = Math.min(...rounds.map(({ loopDelay }) => loopDelay));
  return [
    {
      what: `${what}: per second and core`,
      value: SECOND / best.cpu,
      unit: '/s',
      note: `${readable(best.cpu)} µs each`,
    },
    {
      ...{ what: `${what}, p99`, value: p99, unit: 'ms', target: atMost(300) },
      ...(late > MOST_LOOP_DELAY && { void: `the generators were ${Math.round(late)} ms late` }),
    },
    { what: `${what}, of all`, value: (100 * best.answered) / best.sent, unit: '%', target: atLeast(100) },
  ];
}

function pageRows({ work, pages }: AutomationResults): Measurement[] {
  const middle = (numbers: number[]) => percentile(numbers, 0.5);
  return [
    {
      what: `page: one look at the rules that it was told, ${readable(work.told)} on average`,
      value: work.look,
      unit: 'µs',
    },
    { what: 'page: one look at all 50', value: work.lookAtMost, unit: 'µs' },
    beside(
      `page, ${pages.slowdown} × slower processor: median time in scripts`,
      'ms',
      middle(pages.ours.scriptMs),
      middle(pages.plain.scriptMs),
    ),
    beside(
      `page, ${pages.slowdown} × slower processor: longest task`,
      'ms',
      middle(pages.ours.longestTaskMs),
      middle(pages.plain.longestTaskMs),
    ),
  ];
}

export function automationTable(results: AutomationResults): ResultTable {
  const { visitors, work } = results;
  const [ruled, free] = [leastOf(results.with.map(({ spent }) => spent)), leastOf(results.without)];
  const told = results.with[0]?.told ?? { frames: Number.NaN, rules: 0, bytes: 0 };
  const row = (what: string, unit: string, value: number, without: number) =>
    beside(`50 rules: ${what}`, unit, value, without);
  const people = visitors.toLocaleString('en-GB');
  return {
    title: `Automatic messages, ${people} visitors`,
    about: aboutOf(people),
    rows: [
      row('CPU of the server per arriving visitor', 'µs', ruled.arrival, free.arrival),
      row('CPU of the server per page that is loaded', 'µs', ruled.load, free.load),
      row('CPU of the server per page shown without loading', 'µs', ruled.navigation, free.navigation),
      row('memory of the process per visitor', 'KB', ruled.memory / KB, free.memory / KB),
      {
        ...{ what: 'what an arriving page is told of them', value: told.bytes / told.frames, unit: 'bytes' },
        note: `${readable(told.rules / told.frames)} rules, those that can still fire for its visitor`,
      },
      { what: 'choosing those of the 50 that concern a visitor', value: work.choosing, unit: 'µs' },
      { what: 'working out all 50 anew, at every edit and every hour', value: work.opening, unit: 'ms' },
      ...reportRows(
        'a moment comes → message saved for good and on the page',
        results.with.map(({ written }) => written),
      ),
      ...reportRows(
        'a moment comes too soon after a message → held back',
        results.with.map(({ held }) => held),
      ),
      ...pageRows(results),
    ],
  };
}

const aboutOf = (
  people: string,
) => `The same ${people} visitors on real sockets, on a fresh server without rules and on one with 50 that are
switched on: every trigger, conditions on pages and visitors, thirteen calendars. They arrive, view a page each without loading
one, then load one each, which is another socket. Afterwards 100 of them a second report the moment of a rule, and then of
another, which the contact budget holds back. Servers take turns; the least of their rounds stands here, because other work on
the machine only ever adds. CPU is what Linux reports of the process with all its threads; that of reports is what they take
beyond visitors who do nothing. Pages are real ones in Chromium, loaded in turn, the rules' script included.`;
