/**
 * What people in real browsers wait for: the shop's page with our loader beside the same page without it, and the time
 * from opening the shop to a row on an agent's screen.
 * `node bench/browser/browser-bench.ts [--quick] [--out=file.md]`
 */
import { argv } from 'node:process';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from '@vetrina/testkit/chromium';
import { report } from '../report.ts';
import { percentile } from '../server/percentile.ts';
import { OWNER, startVetrina } from '../server/vetrina.ts';
import { atMost, type Measurement, type ResultTable } from '../table.ts';
import { measureArrivals } from './arrivals.ts';
import { type BothLoads, measureLoads } from './page-loads.ts';
import { openShop } from './shop.ts';

/** What the browser itself calls a long task, ms. */
const LONG_TASK = 50;
/** A phone of some years beside a desk's computer. */
const SLOWDOWN = 4;

/** What the page pays for us. The target is for the machine as it is; slowed down, the figure is worth knowing. */
function loadRows({ slowdown, ours, plain }: BothLoads): Measurement[] {
  const beside = (numbers: number[]) => ({ what: 'the same page without', value: percentile(numbers, 0.5) });
  const label = `page with the loader${slowdown > 1 ? `, ${slowdown} × slower processor` : ''}`;
  return [
    {
      ...{ what: `${label}: median time in scripts`, value: percentile(ours.scriptMs, 0.5), unit: 'ms' },
      baseline: beside(plain.scriptMs),
    },
    {
      ...{ what: `${label}: longest task`, value: percentile(ours.longestTaskMs, 0.5), unit: 'ms' },
      ...(slowdown === 1 && { target: atMost(LONG_TASK) }),
      baseline: beside(plain.longestTaskMs),
      note: `median of the loads; 0: none over ${LONG_TASK} ms`,
    },
  ];
}

function tableOf(loads: readonly BothLoads[], arrivals: number[]): ResultTable {
  return {
    title: 'Real browsers',
    about: `Chromium on this machine. ${arrivals.length} loads each of a small page with and without the loader, in turn; then ${arrivals.length} visitors open the shop while an agent watches the list.`,
    rows: [
      ...loads.flatMap(loadRows),
      { what: 'opening the shop → row on the screen, p50', value: percentile(arrivals, 0.5), unit: 'ms' },
      {
        ...{ what: 'opening the shop → row on the screen, slowest', value: Math.max(...arrivals), unit: 'ms' },
        target: atMost(1_000),
      },
    ],
  };
}

const rounds = argv.includes('--quick') ? 5 : 20;
const vetrina = await startVetrina();
const shop = await openShop(vetrina.url, vetrina.key);
const browser = await chromium.launch(chromiumLaunch());
try {
  const loads = [await measureLoads(browser, shop, rounds, 1), await measureLoads(browser, shop, rounds, SLOWDOWN)];
  const arrivals = await measureArrivals(browser, { shop, dashboard: vetrina.url, login: OWNER, rounds });
  report(tableOf(loads, arrivals));
} finally {
  await browser.close();
  await shop.end();
  await vetrina.end();
}
