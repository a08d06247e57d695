import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { Login } from './server.ts';

export type FilterName = 'All' | 'Active' | 'In chat' | 'Customers' | 'Auto-messaged' | 'Blocked';

/** Somebody of the shop's team, at the dashboard. */
export class Agent {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #url: string;

  private constructor(context: BrowserContext, page: Page, url: string) {
    this.#context = context;
    this.page = page;
    this.#url = url;
  }

  static async at(
    browser: Browser,
    url: string,
    options: { locale?: string; phone?: boolean; notified?: boolean; bypassCSP?: boolean } = {},
  ): Promise<Agent> {
    const context = await browser.newContext({
      bypassCSP: options.bypassCSP ?? false,
      locale: options.locale ?? 'en-GB',
      ...(options.phone
        ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
        : { viewport: { width: 1440, height: 900 } }),
      permissions: ['clipboard-read', 'clipboard-write', ...(options.notified ? ['notifications'] : [])],
    });
    return new Agent(context, await context.newPage(), url);
  }

  async signsIn(login: Login, path = '/'): Promise<void> {
    await this.page.goto(this.#url + path);
    await this.page.getByRole('textbox', { name: 'E-mail' }).fill(login.email);
    await this.page.getByRole('textbox', { name: 'Password' }).fill(login.password);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(this.list).toBeVisible();
  }

  get list(): Locator {
    return this.page.getByRole('grid', { name: 'Visitors' });
  }

  /** Rows of people, the header left out. */
  get people(): Locator {
    return this.list.getByRole('row').filter({ has: this.page.getByRole('gridcell') });
  }

  row(text: string | RegExp): Locator {
    return this.people.filter({ hasText: text });
  }

  filter(name: FilterName): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}\\b`) });
  }

  get search(): Locator {
    return this.page
      .getByRole('searchbox', { name: 'Search visitors' })
      .or(this.page.getByRole('textbox', { name: 'Search visitors' }));
  }

  get details(): Locator {
    return this.page.getByRole('region', { name: 'Visitor details' });
  }

  /** The number in a filter's accessible name. */
  async sees(filter: FilterName, count: number): Promise<void> {
    await expect(this.filter(filter)).toHaveAccessibleName(new RegExp(`\\b${count}\\b`));
  }

  async searchesFor(text: string): Promise<void> {
    await this.search.fill(text);
  }

  /** Takes the pointer out of the list, so that nothing is held (V10). */
  async looksAway(): Promise<void> {
    await this.page.mouse.move(5, 5);
  }

  async opensDetailsOf(text: string | RegExp): Promise<void> {
    await this.row(text).click();
    await expect(this.details).toBeVisible();
    await this.looksAway();
  }

  /** Opens another tab of the same browser, signed in like this one. */
  async opensAnotherTab(path = '/'): Promise<Page> {
    const tab = await this.#context.newPage();
    await tab.goto(this.#url + path);
    return tab;
  }

  /** From the next page on, what the server sends over the agent's socket comes as `change` made it. */
  async hears(change: (frame: string) => string): Promise<void> {
    await this.page.routeWebSocket(/\/ws\/agent/, (socket) => {
      const server = socket.connectToServer();
      server.onMessage((frame) => socket.send(change(frame.toString())));
    });
  }

  /** From the next page on, an inbox shows so few conversations at once that a few visitors need several pages. */
  async hasASmallInbox(rows: number): Promise<void> {
    await this.page.routeWebSocket(/\/ws\/agent/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((text) => {
        const frame = JSON.parse(text.toString());
        server.send(JSON.stringify(frame.type === 'watch-inbox' ? { ...frame, limit: rows } : frame));
      });
    });
  }

  /** The session is over, and nothing on the screen knows. */
  async sessionRunsOut(): Promise<void> {
    await this.#context.clearCookies();
  }

  /** Says so to the visitors: with nobody else there, the box is offline. */
  async goesOffline(): Promise<void> {
    await this.page.getByRole('button', { name: /^Me/ }).click();
    await this.page.getByRole('switch', { name: 'I am online' }).click();
    await expect(this.page.getByRole('switch', { name: 'I am online' })).not.toBeChecked();
    await this.page.keyboard.press('Escape');
  }

  async ends(): Promise<void> {
    await this.#context.close();
  }
}
