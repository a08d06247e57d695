import type { BrowserContext, Page } from '@playwright/test';
import { blockingTime, interactiveAt, type Span } from './quiet.ts';

/** One load of a page. Times in ms since the navigation. */
export interface Load {
  /** What came over the network, headers included. */
  readonly bytes: number;
  readonly requests: number;
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly blocking: number;
  readonly interactive: number;
  readonly shift: number;
  readonly longestTask: number;
}

export interface Conditions {
  /** Times the processor is slowed. */
  readonly slowdown: number;
  /** As if nothing were compressed. */
  readonly uncompressed?: boolean;
  /** Addresses that are not loaded. */
  readonly without?: readonly string[];
}

/** Lighthouse's slow 4G: 1.6 Mbit/s down, 0.75 up, 150 ms there and back. */
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
};
/** A page that is busy for longer is never interactive, ms. */
const PATIENCE = 60_000;

/** Runs in the page, before everything else. */
function watchPage(): void {
  const seen = { tasks: [] as Span[], paint: 0, largest: 0, shift: 0 };
  Object.assign(globalThis, { seenByBench: seen });
  const observe = (type: string, hear: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true });
  observe('longtask', ({ startTime, duration }) => seen.tasks.push({ from: startTime, to: startTime + duration }));
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.paint = startTime;
  });
  observe('largest-contentful-paint', ({ startTime }) => {
    seen.largest = startTime;
  });
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) seen.shift += value;
  });
}

interface Seen {
  readonly tasks: readonly Span[];
  readonly requests: readonly Span[];
  readonly paint: number;
  readonly largest: number;
  readonly shift: number;
  readonly now: number;
}

const lookAt = (page: Page): Promise<Seen> =>
  page.evaluate(() => ({
    ...(globalThis as unknown as { seenByBench: Omit<Seen, 'requests' | 'now'> }).seenByBench,
    requests: performance
      .getEntriesByType('resource')
      .map((entry) => ({ from: entry.startTime, to: (entry as PerformanceResourceTiming).responseEnd })),
    now: performance.now(),
  }));

/** Loads a page in a tab of its own and waits until it is interactive; what the context has in its cache, it has. */
export async function loadPage(context: BrowserContext, url: string, conditions: Conditions): Promise<Load> {
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  let bytes = 0;
  let requests = 0;
  line.on('Network.responseReceived', ({ response }) => {
    if (!response.fromDiskCache) requests += 1;
  });
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', NETWORK);
  await line.send('Emulation.setCPUThrottlingRate', { rate: conditions.slowdown });
  if (conditions.uncompressed) await page.setExtraHTTPHeaders({ 'accept-encoding': 'identity' });
  if (conditions.without) await line.send('Network.setBlockedURLs', { urls: [...conditions.without] });
  await page.addInitScript(watchPage);
  await page.goto(url, { timeout: PATIENCE });
  for (;;) {
    const { tasks, requests: spans, paint, largest, shift, now } = await lookAt(page);
    const interactive = paint > 0 ? interactiveAt(paint, tasks, spans, now) : null;
    if (interactive === null && now < PATIENCE) {
      await page.waitForTimeout(500);
      continue;
    }
    await page.close();
    return {
      ...{ bytes, requests, firstPaint: paint, largestPaint: largest, shift },
      interactive: interactive ?? Number.NaN,
      blocking: blockingTime(paint, tasks, interactive ?? now),
      longestTask: Math.max(0, ...tasks.map(({ from, to }) => to - from)),
    };
  }
}
