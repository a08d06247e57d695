/**
 * What automatic messages cost: a server with fifty rules beside one without under the same visitors, and a page with them
 * beside one without. `node bench/automation/automation-bench.ts [--quick] [--out=file.md]`
 */
import { argv } from 'node:process';
import { report } from '../report.ts';
import { measureWith, measureWithout, type Scale, type Spent, type WithRules } from './measure-server.ts';
import { automationTable } from './results.ts';
import { measurePages } from './rule-pages.ts';
import { measureWork } from './rule-work.ts';

interface Runs extends Scale {
  readonly rounds: number;
  readonly pageLoads: number;
}

const FULL: Runs = { visitors: 10_000, viewMs: 20_000, reportMs: 15_000, rounds: 2, pageLoads: 20 };
const QUICK: Runs = { visitors: 1_000, viewMs: 4_000, reportMs: 4_000, rounds: 1, pageLoads: 5 };

const say = (text: string) => console.error(`[${new Date().toISOString().slice(11, 19)}] ${text}`);

const runs = argv.includes('--quick') ? QUICK : FULL;
const { visitors } = runs;
say('the rules alone');
const work = await measureWork();
say('pages in Chromium');
const pages = await measurePages(runs.pageLoads);
const without: Spent[] = [];
const ruled: WithRules[] = [];
for (let round = 0; round < runs.rounds; round += 1) {
  say(`${visitors} visitors, no rules`);
  without.push(await measureWithout(runs));
  say(`${visitors} visitors, 50 rules`);
  ruled.push(await measureWith(runs));
}
report(automationTable({ visitors, without, with: ruled, work, pages }));
