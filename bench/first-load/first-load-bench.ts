/**
 * What somebody waits for who opens the dashboard, or a shop that carries the snippet, for the first time and again: on a slow
 * network and a slow processor. `node bench/first-load/first-load-bench.ts [--quick] [--out=file.md]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { chromiumLaunch } from '@vetrina/testkit/chromium';
import { sparePort } from '@vetrina/testkit/spare-port';
import { report } from '../report.ts';
import { startServer } from '../server/child.ts';
import { percentile } from '../server/percentile.ts';
import { atMost, type Measurement, type ResultTable } from '../table.ts';
import { type Conditions, type Load, loadPage } from './load-page.ts';

/** As Lighthouse slows a desk's processor to that of a phone of some years. */
const SLOWDOWN = 4;
const OWNER = { email: 'pro@demo.vetrina.example', password: 'bottega-vetrina-window' };
/** Everything of ours on a customer's page. */
const OURS = ['*/loader.js', '*/box.js', '*/rules.js', '*/widget/*', '*/ws/*'];

const rounds = argv.includes('--quick') ? 1 : 5;

interface Both {
  readonly cold: readonly Load[];
  readonly again: readonly Load[];
}

type Visit = (browser: Browser) => Promise<{ context: BrowserContext; url: string }>;

/** Each round is a fresh browser profile: the first load has nothing, the second what the first left in the cache. */
async function measure(browser: Browser, visit: Visit, conditions: Conditions): Promise<Both> {
  const cold: Load[] = [];
  const again: Load[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { context, url } = await visit(browser);
    cold.push(await loadPage(context, url, conditions));
    if (!conditions.uncompressed) again.push(await loadPage(context, url, conditions));
    await context.close();
  }
  return { cold, again };
}

const median = (loads: readonly Load[], of: keyof Load): number =>
  percentile(
    loads.map((load) => load[of]),
    0.5,
  );

function rowsOf(
  what: string,
  { cold, again }: Both,
  plain?: { readonly what: string; readonly loads: readonly Load[] },
): Measurement[] {
  const row = (name: string, key: keyof Load, unit: string): Measurement => ({
    what: `${what}: ${name}`,
    value: median(cold, key),
    unit,
    ...(plain && { baseline: { what: plain.what, value: median(plain.loads, key) } }),
  });
  return [
    row('bytes', 'bytes', 'bytes'),
    row('requests', 'requests', ''),
    row('first content', 'firstPaint', 'ms'),
    row('largest content', 'largestPaint', 'ms'),
    row('blocking time', 'blocking', 'ms'),
    row('interactive', 'interactive', 'ms'),
    { ...row('layout shift', 'shift', ''), target: atMost(0.1) },
    { what: `${what}, again: bytes`, value: median(again, 'bytes'), unit: 'bytes' },
    { what: `${what}, again: interactive`, value: median(again, 'interactive'), unit: 'ms' },
  ];
}

function widgetRows(ours: Both, plain: Both): Measurement[] {
  const more = (key: keyof Load): number => median(ours.cold, key) - median(plain.cold, key);
  return [
    { what: 'what the snippet adds: bytes', value: more('bytes'), unit: 'bytes' },
    { what: 'what the snippet adds: layout shift', value: more('shift'), unit: '', target: atMost(0) },
    { what: 'what the snippet adds: first content', value: more('firstPaint'), unit: 'ms' },
    { what: 'what the snippet adds: longest task', value: more('longestTask'), unit: 'ms' },
  ];
}

const dataDir = mkdtempSync(join(tmpdir(), 'vetrina-first-load-'));
const server = await startServer(join(import.meta.dirname, '../../apps/server/src/main.ts'), [], {
  ...{ NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(await sparePort()), DATA_DIR: dataDir },
  ...{ DATABASE_URL: '', DEMO: '1', LOG_LEVEL: 'warn' },
});
const browser = await chromium.launch(chromiumLaunch());
const { url } = server;

const opens =
  (path: string): Visit =>
  async () => ({ context: await browser.newContext({ locale: 'en-GB' }), url: url + path });

/** Signed in already, in a browser that has never loaded the dashboard. */
const opensSignedIn: Visit = async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const answer = await context.request.post(`${url}/api/v1/session`, { data: OWNER, headers: { origin: url } });
  if (!answer.ok()) throw new Error(`signing in answered ${answer.status()}`);
  return { context, url: `${url}/visitors` };
};

try {
  const slowed: Conditions = { slowdown: SLOWDOWN };
  const signIn = await measure(browser, opens('/sign-in'), slowed);
  const visitors = await measure(browser, opensSignedIn, slowed);
  const uncompressed = await measure(browser, opensSignedIn, { ...slowed, uncompressed: true });
  const shop = await measure(browser, opens('/demo/'), slowed);
  const plain = await measure(browser, opens('/demo/'), { ...slowed, without: OURS });
  const fast = await measure(browser, opens('/demo/'), { slowdown: 1 });
  const table: ResultTable = {
    title: 'First load',
    about: `Chromium on this machine with a processor slowed ${SLOWDOWN} times and a network of 1.6 Mbit/s and 150 ms; medians of ${rounds} loads with nothing in the cache, and of the loads after them ("again"). "Interactive" is Lighthouse's: the end of the last long task before five seconds without one and with at most two requests under way. Layout shift: at most 0.1 is good.`,
    rows: [
      ...rowsOf('sign-in page', signIn),
      ...rowsOf('visitors, signed in', visitors, { what: 'uncompressed', loads: uncompressed.cold }),
      ...rowsOf('demo shop with the snippet', shop, { what: 'without it', loads: plain.cold }),
      ...widgetRows(shop, plain),
      {
        what: 'demo shop with the snippet, processor as it is: longest task',
        value: median(fast.cold, 'longestTask'),
        unit: 'ms',
        target: atMost(50),
        note: '0: none over 50 ms',
      },
    ],
  };
  report(table);
} finally {
  await browser.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
