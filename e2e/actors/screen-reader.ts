import type { Page } from '@playwright/test';

interface Heard {
  /** By the page's clock, ms. */
  readonly at: number;
  readonly text: string;
}

/** What a screen reader would say by itself: the live regions of a page, as they change. */
export class ScreenReader {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Before the first page. */
  static async of(page: Page): Promise<ScreenReader> {
    await page.addInitScript(listen);
    return new ScreenReader(page);
  }

  /** Everything said so far that has `part` in it. */
  async heard(part: RegExp): Promise<readonly Heard[]> {
    const all = await this.#page.evaluate(() => (globalThis as unknown as { heard: Heard[] }).heard);
    return all.filter(({ text }) => part.test(text));
  }
}

/** Runs in the page. A status is said as a whole, of a log what was added; elements that are new with their words say nothing. */
function listen(): void {
  const heard: Heard[] = [];
  Object.assign(globalThis, { heard });
  const LIVE = '[role="status"], [role="alert"], [role="log"], [aria-live]:not([aria-live="off"])';
  const last = new WeakMap<Element, string>();
  const say = (text: string): void => {
    if (text !== '') heard.push({ at: performance.now(), text });
  };
  const wordsOf = ({ textContent }: Node): string => (textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  const sayWhole = (region: Element): void => {
    const words = wordsOf(region);
    if (last.get(region) !== words) say(words);
    last.set(region, words);
  };
  const regionOf = (target: Node): Element | null =>
    (target instanceof Element ? target : target.parentElement)?.closest(LIVE) ?? null;
  new MutationObserver((mutations) => {
    const changed = mutations.map(({ target, addedNodes }) => ({ region: regionOf(target), addedNodes }));
    for (const { region, addedNodes } of changed)
      if (region?.role === 'log') for (const node of addedNodes) say(wordsOf(node));
    for (const region of new Set(changed.map((change) => change.region)))
      if (region && region.role !== 'log') sayWhole(region);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}
