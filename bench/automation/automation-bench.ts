/**
 * What automatic messages cost: a server with fifty rules beside one without under the same visitors, and a page with them
 * beside one without. `node bench/automation/automation-bench.ts [--quick] [--out=file.md]`
 */
import { argv } from 'node:process';
import { report } from '../report.ts';
import { measureRound, type Round, type Scale } from './measure-server.ts';
import { automationTable } from './results.ts';
import { measurePages } from './rule-pages.ts';
import { measureWork } from './rule-work.ts';

interface Runs extends Scale {
  readonly rounds: number;
  readonly pageLoads: number;
}

const FULL: Runs = { visitors: 10_000, viewMs: 40_000, reportMs: 10_000, rounds: 2, pageLoads: 12 };
const QUICK: Runs = { visitors: 1_000, viewMs: 4_000, reportMs: 4_000, rounds: 1, pageLoads: 5 };

const say = (text: string) => console.error(`[${new Date().toISOString().slice(11, 19)}] ${text}`);

const runs = argv.includes('--quick') ? QUICK : FULL;
const { visitors } = runs;
say('the rules alone');
const work = await measureWork();
say('pages in Chromium');
const pages = await measurePages(runs.pageLoads);
const rounds: Round[] = [];
for (let round = 0; round < runs.rounds; round += 1) {
  say(`${visitors} visitors on a server with 50 rules and on one without`);
  rounds.push(await measureRound(runs));
}
report(automationTable({ visitors, rounds, work, pages }));
