import type { Page } from '@playwright/test';

/** Waits until fonts are there, nothing moves and the layout is the same several frames long. Answers whether it came to that. */
export function settles(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const limit = performance.now() + 4_000;
    const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
    const shape = (): string => {
      const boxes = [...document.querySelectorAll('main *, dialog[open] *, body > *')].slice(0, 400).map((element) => {
        const { top, left, width, height } = element.getBoundingClientRect();
        return Math.round(top + left * 3 + width * 7 + height * 13);
      });
      return `${document.querySelectorAll('*').length} ${boxes.join()}`;
    };
    await document.fonts.ready;
    let same = 0;
    let before = '';
    while (performance.now() < limit) {
      for (let count = 0; count < 3; count += 1) await frame();
      const now = shape();
      const moves = document.getAnimations().some(({ playState, effect }) => {
        const times = effect?.getComputedTiming();
        return playState === 'running' && times !== undefined && times.endTime !== Number.POSITIVE_INFINITY;
      });
      same = now === before && !moves ? same + 1 : 0;
      if (same === 3) return true;
      before = now;
    }
    return false;
  });
}
