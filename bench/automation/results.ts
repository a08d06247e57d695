import type { BothLoads } from '../browser/page-loads.ts';
import { percentile } from '../server/percentile.ts';
import { MOST_LOOP_DELAY } from '../server/watching.ts';
import { atLeast, atMost, type Measurement, type ResultTable, readable } from '../table.ts';
import type { Reported, Round, Spent } from './measure-server.ts';
import type { RuleWork } from './rule-work.ts';

export interface AutomationResults {
  readonly visitors: number;
  readonly rounds: readonly Round[];
  readonly work: RuleWork;
  readonly pages: BothLoads;
}

const KB = 1_024;
const SECOND = 1_000_000;

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const signed = (value: number) => `${value < 0 ? '−' : '+'} ${readable(Math.abs(value))}`;

/** The figures with rules beside those without, one pair for each round: the means, and what rules add in each. */
export function beside(
  what: string,
  unit: string,
  pairs: readonly { readonly ruled: number; readonly free: number }[],
): Measurement {
  const [ruled, free] = [mean(pairs.map((pair) => pair.ruled)), mean(pairs.map((pair) => pair.free))];
  const more = ruled - free;
  const rounds = pairs.map((pair) => signed(pair.ruled - pair.free)).join(' and ');
  const note = `${signed(more)} ${unit}, ${signed((100 * more) / free)} %${pairs.length > 1 ? `; by rounds ${rounds}` : ''}`;
  return { what, value: ruled, unit, baseline: { what: 'no rules', value: free }, note };
}

/** Rounds in which an answer is missing say nothing of what one takes. */
export function reportRows(what: string, rounds: readonly Reported[]): Measurement[] {
  const whole = rounds.filter(({ sent, answered }) => sent === answered);
  const cpu = mean(whole.map((round) => round.cpu));
  const p99 = mean(whole.map((round) => round.p99));
  const late = Math.max(...whole.map(({ loopDelay }) => loopDelay));
  const [sent, answered] = [mean(rounds.map((round) => round.sent)), mean(rounds.map((round) => round.answered))];
  const unheard = whole.length === 0 && { void: 'answers are missing in every round' };
  return [
    {
      ...{ what: `${what}: per second and core`, value: SECOND / cpu, unit: '/s' },
      note: `${readable(cpu)} µs each`,
      ...unheard,
    },
    {
      ...{ what: `${what}, p99`, value: p99, unit: 'ms', target: atMost(300) },
      ...(late > MOST_LOOP_DELAY && { void: `the generators were ${Math.round(late)} ms late` }),
      ...unheard,
    },
    { what: `${what}, of all`, value: (100 * answered) / sent, unit: '%', target: atLeast(100) },
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
    beside(`page, ${pages.slowdown} × slower processor: median time in scripts`, 'ms', [
      { ruled: middle(pages.ours.scriptMs), free: middle(pages.plain.scriptMs) },
    ]),
    beside(`page, ${pages.slowdown} × slower processor: longest task`, 'ms', [
      { ruled: middle(pages.ours.longestTaskMs), free: middle(pages.plain.longestTaskMs) },
    ]),
  ];
}

export function automationTable(results: AutomationResults): ResultTable {
  const { visitors, work, rounds } = results;
  const told = rounds[0]?.told ?? { frames: Number.NaN, rules: 0, bytes: 0 };
  const row = (what: string, unit: string, of: (spent: Spent) => number) =>
    beside(
      `50 rules: ${what}`,
      unit,
      rounds.map(({ ruled, free }) => ({ ruled: of(ruled), free: of(free) })),
    );
  const people = visitors.toLocaleString('en-GB');
  return {
    title: `Automatic messages, ${people} visitors`,
    about: aboutOf(people),
    rows: [
      row('CPU of the server per arriving visitor', 'µs', ({ arrival }) => arrival),
      row('CPU of the server per page that is loaded', 'µs', ({ load }) => load),
      row('CPU of the server per page shown without loading', 'µs', ({ navigation }) => navigation),
      row('memory of the process per visitor', 'KB', ({ memory }) => memory / KB),
      {
        ...{ what: 'what an arriving page is told of them', value: told.bytes / told.frames, unit: 'bytes' },
        note: `${readable(told.rules / told.frames)} rules, those that can still fire for its visitor`,
      },
      { what: 'choosing those of the 50 that concern a visitor', value: work.choosing, unit: 'µs' },
      { what: 'working out all 50 anew, at every edit and every hour', value: work.opening, unit: 'ms' },
      ...reportRows(
        'a moment comes → message saved for good and on the page',
        rounds.map(({ written }) => written),
      ),
      ...reportRows(
        'a moment comes too soon after a message → held back',
        rounds.map(({ held }) => held),
      ),
      ...pageRows(results),
    ],
  };
}

const aboutOf = (
  people: string,
) => `The same ${people} visitors on real sockets, at the same time on a fresh server without rules and on one with 50
that are switched on: every trigger, conditions on pages and visitors, thirteen calendars. They arrive, view a page each without
loading one, then load one each, which is another socket. A page shown without loading asks for no rules on the server: what
differs there is what the machine's other work makes of such figures. Afterwards 100 visitors a second report the moment of a
rule, and then of another, which the contact budget holds back. CPU is what Linux reports of the process with all its threads;
that of reports is what they take beyond visitors who do nothing. Figures are means of the rounds. Pages are real ones in
Chromium, loaded in turn, the rules' script included.`;
