import { expect } from '@playwright/test';
/** Somebody of the shop's team, at the dashboard. */
export class Agent {
  page;
  #context;
  #url;
  constructor(context, page, url) {
    this.#context = context;
    this.page = page;
    this.#url = url;
  }
  static async at(browser, url, options = {}) {
    const context = await browser.newContext({
      locale: options.locale ?? 'en-GB',
      viewport: options.phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    return new Agent(context, await context.newPage(), url);
  }
  async signsIn(login, path = '/') {
    await this.page.goto(this.#url + path);
    await this.page.getByRole('textbox', { name: 'E-mail' }).fill(login.email);
    await this.page.getByRole('textbox', { name: 'Password' }).fill(login.password);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(this.list).toBeVisible();
  }
  get list() {
    return this.page.getByRole('grid', { name: 'Visitors' });
  }
  /** Rows of people, the header left out. */
  get people() {
    return this.list.getByRole('row').filter({ has: this.page.getByRole('gridcell') });
  }
  row(text) {
    return this.people.filter({ hasText: text });
  }
  filter(name) {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}\\b`) });
  }
  get search() {
    return this.page
      .getByRole('searchbox', { name: 'Search visitors' })
      .or(this.page.getByRole('textbox', { name: 'Search visitors' }));
  }
  get details() {
    return this.page.getByRole('region', { name: 'Visitor details' });
  }
  /** The number in a filter's accessible name. */
  async sees(filter, count) {
    await expect(this.filter(filter)).toHaveAccessibleName(new RegExp(`\\b${count}\\b`));
  }
  async searchesFor(text) {
    await this.search.fill(text);
  }
  /** Takes the pointer out of the list, so that nothing is held (V10). */
  async looksAway() {
    await this.page.mouse.move(5, 5);
  }
  async opensDetailsOf(text) {
    await this.row(text).click();
    await expect(this.details).toBeVisible();
    await this.looksAway();
  }
  async ends() {
    await this.#context.close();
  }
}
