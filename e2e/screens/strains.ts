import type { Page } from '@playwright/test';
import { faultsOfLayout } from './faults.ts';
import { settles } from './settle.ts';

/** 1.4.10: as wide as a desk at 400 %, or the smallest phone. */
const NARROW = { width: 320, height: 640 };

/** 1.4.12: what a reader may set, at once. */
const SPACED =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

/** The bar of navigation has scenes of its own. */
const setBar = (page: Page, display: 'none' | ''): Promise<void> =>
  page.evaluate((value) => {
    const bar = document.querySelector<HTMLElement>('nav:has(+ div > main)');
    if (bar) bar.style.display = value;
  }, display);

/** What does not fit where there is hardly any room. */
export async function faultsOfNarrow(page: Page): Promise<string[]> {
  const size = page.viewportSize();
  await page.setViewportSize(NARROW);
  await setBar(page, 'none');
  await settles(page);
  const found = await faultsOfLayout(page);
  await setBar(page, '');
  if (size) await page.setViewportSize(size);
  return found.filter((what) => what.startsWith('the page is')).map((what) => `320 px: ${what}`);
}

/** What does not fit once letters, words and lines stand further apart. */
export async function faultsOfSpacing(page: Page): Promise<string[]> {
  // The page's policy forbids style elements, not sheets of its own scripts.
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, SPACED);
  await setBar(page, 'none');
  const found = await faultsOfLayout(page);
  await setBar(page, '');
  await page.evaluate(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
  });
  return found
    .filter((what) => what.startsWith('the page is') || what.startsWith('cut off'))
    .map((what) => `spaced: ${what}`);
}

/** 2.3.3: what still moves although less motion was asked for. Longer than this it can be seen, ms. */
export const faultsOfMotion = (page: Page): Promise<string[]> =>
  page.evaluate((seen) => {
    const moving = document.getAnimations().filter(({ playState, effect }) => {
      const duration = effect?.getComputedTiming().duration;
      return playState === 'running' && typeof duration === 'number' && duration > seen;
    });
    return moving.map(({ effect }) => {
      const element = effect instanceof KeyframeEffect ? effect.target : null;
      return `moves: <${element?.tagName.toLowerCase()} class="${element?.getAttribute('class') ?? ''}">`;
    });
  }, 10);
