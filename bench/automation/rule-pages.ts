import { chromium } from '@playwright/test';
import { chromiumLaunch } from '@vetrina/testkit/chromium';
import { type BothLoads, measureLoads } from '../browser/page-loads.ts';
import { openShop } from '../browser/shop.ts';
import { startVetrina } from '../server/vetrina.ts';
import { beginRules } from './measure-server.ts';

/** A phone of some years beside a desk's computer. */
const SLOWDOWN = 4;

/** The same page on a slowed processor, its account with fifty rules (`ours`) and with none (`plain`). */
export async function measurePages(rounds: number): Promise<BothLoads> {
  const [ruled, free] = [await startVetrina(), await startVetrina()];
  const [shop, plain] = [await openShop(ruled.url, ruled.key), await openShop(free.url, free.key)];
  const browser = await chromium.launch(chromiumLaunch());
  try {
    await beginRules(ruled);
    return await measureLoads(browser, { withLoader: shop.withLoader, plain: plain.withLoader }, rounds, SLOWDOWN);
  } finally {
    await browser.close();
    await Promise.all([shop.end(), plain.end()]);
    await Promise.all([ruled.end(), free.end()]);
  }
}
