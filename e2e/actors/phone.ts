import { type Browser, type CDPSession, expect, type Locator, type Page } from '@playwright/test';
import { Agent } from './agent.ts';

/** Somebody of the team with the dashboard in their hand: fingers instead of a mouse, and the browser's Back. */
export class Phone {
  readonly agent: Agent;
  readonly #inspector: CDPSession;

  private constructor(agent: Agent, inspector: CDPSession) {
    this.agent = agent;
    this.#inspector = inspector;
  }

  static async at(
    browser: Browser,
    url: string,
    options: { locale?: string; bypassCSP?: boolean } = {},
  ): Promise<Phone> {
    const agent = await Agent.at(browser, url, { ...options, phone: true });
    return new Phone(agent, await agent.page.context().newCDPSession(agent.page));
  }

  get page(): Page {
    return this.agent.page;
  }

  /** The sheet, dialog or menu that lies on top. */
  get sheet(): Locator {
    return this.page.getByRole('dialog');
  }

  /** By which a menu is pulled down. */
  get handle(): Locator {
    return this.sheet.locator('[data-handle]:visible');
  }

  get bar(): Locator {
    return this.page.getByRole('navigation', { name: /Main|Principale/ });
  }

  /** Why the browser would not install it; empty: it would. */
  async reasonsAgainstInstalling(): Promise<string[]> {
    const { errors } = await this.#inspector.send('Page.getAppManifest');
    const { installabilityErrors } = await this.#inspector.send('Page.getInstallabilityErrors');
    // Chromium's own of private windows, in which scenes play.
    const reasons = installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito');
    return [...errors.map(({ message }) => message), ...reasons];
  }

  /** Waits until the dashboard is kept on the phone. */
  async keepsTheApp(): Promise<void> {
    await this.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  }

  async hasNetwork(is: boolean): Promise<void> {
    await this.page.context().setOffline(!is);
  }

  /** A finger that goes from the middle of something, px to the right and down, and lets go. */
  async pulls(what: Locator, by: { readonly x?: number; readonly y?: number }): Promise<void> {
    // It may still be on its way to its place.
    await what.tap({ trial: true });
    const box = await what.boundingBox();
    if (box === null) throw new Error('nothing to pull');
    const from = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 40) };
    const steps = 8;
    const touch = (type: 'touchStart' | 'touchMove', part: number) =>
      this.#inspector.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: [{ x: from.x + ((by.x ?? 0) * part) / steps, y: from.y + ((by.y ?? 0) * part) / steps }],
      });
    await touch('touchStart', 0);
    for (let part = 1; part <= steps; part += 1) await touch('touchMove', part);
    await this.#inspector.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  /** Nothing has to be scrolled sideways, and no word of the bar is cut. */
  async fitsItsScreen(): Promise<void> {
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBe(0);
    const cut = await this.bar
      .locator('a > span, button > span:not([aria-hidden])')
      .evaluateAll((words) =>
        words
          .filter((word) => word.getBoundingClientRect().width > 2 && word.scrollWidth > word.clientWidth + 1)
          .map((word) => word.textContent),
      );
    expect(cut).toEqual([]);
  }

  /** The server has a newer version than this page, as far as the browser can tell. Only where the page's policy is bypassed. */
  async meetsANewerVersion(): Promise<void> {
    await this.page.evaluate(async () => void (await navigator.serviceWorker.register('/service-worker.js?newer')));
  }
}
