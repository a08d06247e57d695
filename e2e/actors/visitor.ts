import type { Browser, BrowserContext, Page } from '@playwright/test';

/** Somebody on the shop's site, in a browser of their own. */
export class Visitor {
  readonly #context: BrowserContext;
  readonly #shop: string;
  #tab: Page | null = null;

  private constructor(context: BrowserContext, shop: string) {
    this.#context = context;
    this.#shop = shop;
  }

  static async from(browser: Browser, shop: string, more: { readonly userAgent?: string } = {}): Promise<Visitor> {
    return new Visitor(await browser.newContext({ locale: 'it-IT', ...more }), shop);
  }

  /** The tab last opened. */
  get tab(): Page {
    if (this.#tab === null) throw new Error('this visitor has not opened the shop yet');
    return this.#tab;
  }

  /** From here on the browser's time is moved by `passes`, beside its own course. */
  async hasTimeOfHerOwn(): Promise<void> {
    this.#tab ??= await this.#context.newPage();
    await this.#tab.clock.install();
  }

  async passes(ms: number): Promise<void> {
    await this.tab.clock.runFor(ms);
  }

  /** Opens a page of the shop in the current tab, or in a first one. */
  async opens(path = '', comingFrom?: string): Promise<void> {
    this.#tab ??= await this.#context.newPage();
    await this.#tab.goto(this.#shop + path, comingFrom === undefined ? {} : { referer: comingFrom });
  }

  async opensAnotherTab(path = ''): Promise<Page> {
    this.#tab = await this.#context.newPage();
    await this.#tab.goto(this.#shop + path);
    return this.#tab;
  }

  /** Calls the page's own interface, as the shop's code would. */
  async pageSays(...call: readonly unknown[]): Promise<void> {
    await this.tab.evaluate((args) => {
      const page = window as unknown as { vetrina: (...args: unknown[]) => void };
      page.vetrina(...args);
    }, call as unknown[]);
  }

  /** Changes the title the way single-page applications do. */
  async retitles(title: string): Promise<void> {
    await this.tab.evaluate((text) => {
      document.title = text;
    }, title);
  }

  async navigatesWithoutLoading(path: string, title: string): Promise<void> {
    await this.tab.evaluate(
      ([to, text]) => {
        history.pushState({}, '', to);
        document.title = text ?? '';
      },
      [path, title],
    );
  }

  /** Moves the pointer out of the page, towards the tabs of the browser. */
  async reachesForTheTabs(): Promise<void> {
    await this.tab.mouse.move(400, 300);
    await this.tab.mouse.move(400, -5);
  }

  /** Closes every tab at once: the site is left. */
  async leaves(): Promise<void> {
    for (const page of this.#context.pages()) await page.close({ runBeforeUnload: false });
    this.#tab = null;
  }

  /**
   * From the next page on, what the page says over its socket can be held up on the way, as a network does that is about to
   * fail; what is held is lost.
   */
  async hasALineThatCanHold(): Promise<{ holds(): void; letsGo(): void }> {
    let held = false;
    await this.#context.routeWebSocket(/\/ws\/visitor/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((frame) => {
        if (!held) server.send(frame);
      });
      server.onMessage((frame) => {
        if (!held) socket.send(frame);
      });
    });
    return {
      holds: () => {
        held = true;
      },
      letsGo: () => {
        held = false;
      },
    };
  }

  async goesOffline(offline: boolean): Promise<void> {
    await this.#context.setOffline(offline);
  }

  async ends(): Promise<void> {
    await this.#context.close();
  }
}
