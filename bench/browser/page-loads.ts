import type { Browser } from '@playwright/test';
import type { Shop } from './shop.ts';

/** One entry per load, ms. */
export interface Loads {
  readonly scriptMs: number[];
  /** 0 where no task was long enough for the browser to mention it. */
  readonly longestTaskMs: number[];
}

/** The page with the loader and the page without. */
export interface BothLoads {
  readonly slowdown: number;
  readonly ours: Loads;
  readonly plain: Loads;
}

/** Long enough for the loader to connect, short enough for no heartbeat, ms. */
const SETTLED = 1_500;

/** Loads both pages in turn, so that whatever else the machine does falls on both. `slowdown`: times the processor is slowed. */
export async function measureLoads(
  browser: Browser,
  shop: Pick<Shop, 'withLoader' | 'plain'>,
  rounds: number,
  slowdown: number,
): Promise<BothLoads> {
  const ours: Loads = { scriptMs: [], longestTaskMs: [] };
  const plain: Loads = { scriptMs: [], longestTaskMs: [] };
  for (let round = 0; round < rounds; round += 1) {
    await load(browser, shop.plain, slowdown, plain);
    await load(browser, shop.withLoader, slowdown, ours);
  }
  return { slowdown, ours, plain };
}

async function load(browser: Browser, url: string, slowdown: number, into: Loads): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const inspector = await context.newCDPSession(page);
  await inspector.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await inspector.send('Performance.enable');
  await page.addInitScript(() => {
    const long: number[] = [];
    Object.assign(window, { long });
    const watch = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration);
    });
    watch.observe({ type: 'longtask', buffered: true });
  });
  await page.goto(url);
  await page.waitForTimeout(SETTLED);
  const { metrics } = await inspector.send('Performance.getMetrics');
  into.scriptMs.push(1_000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN));
  into.longestTaskMs.push(await page.evaluate<number>('Math.max(0, ...window.long)'));
  await context.close();
}
