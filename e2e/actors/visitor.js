/** Somebody on the shop's site, in a browser of their own. */
export class Visitor {
  #context;
  #shop;
  #tab = null;
  constructor(context, shop) {
    this.#context = context;
    this.#shop = shop;
  }
  static async from(browser, shop) {
    return new Visitor(await browser.newContext({ locale: 'it-IT' }), shop);
  }
  /** The tab last opened. */
  get tab() {
    if (this.#tab === null) throw new Error('this visitor has not opened the shop yet');
    return this.#tab;
  }
  /** Opens a page of the shop in the current tab, or in a first one. */
  async opens(path = '') {
    this.#tab ??= await this.#context.newPage();
    await this.#tab.goto(this.#shop + path);
  }
  async opensAnotherTab(path = '') {
    this.#tab = await this.#context.newPage();
    await this.#tab.goto(this.#shop + path);
    return this.#tab;
  }
  /** Calls the page's own interface, as the shop's code would. */
  async pageSays(...call) {
    await this.tab.evaluate((args) => {
      const page = window;
      page.vetrina(...args);
    }, call);
  }
  /** Changes the title the way single-page applications do. */
  async retitles(title) {
    await this.tab.evaluate((text) => {
      document.title = text;
    }, title);
  }
  async navigatesWithoutLoading(path, title) {
    await this.tab.evaluate(
      ([to, text]) => {
        history.pushState({}, '', to);
        document.title = text ?? '';
      },
      [path, title],
    );
  }
  /** Closes every tab at once: the site is left. */
  async leaves() {
    for (const page of this.#context.pages()) await page.close({ runBeforeUnload: false });
    this.#tab = null;
  }
  async goesOffline(offline) {
    await this.#context.setOffline(offline);
  }
  async ends() {
    await this.#context.close();
  }
}
