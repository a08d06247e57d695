import { expect, type Locator, type Page } from '@playwright/test';

/** The statistics page, as somebody of the team reads it. */
export class StatisticsScreen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async opens(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: 'Statistics' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Statistics' })).toBeVisible();
  }

  /** The number under a name on top of the page, or in the bar of what is now. */
  figure(name: string): Locator {
    return this.page.locator('dl > div', { has: this.page.getByRole('term').filter({ hasText: name }) }).first();
  }

  chart(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  async chooses(period: string): Promise<void> {
    await this.page.getByRole('button', { name: period, exact: true }).click();
  }

  /** The chart's own drawing, where the arrows walk. */
  points(name: string): Locator {
    return this.chart(name).getByRole('slider', { name });
  }

  async showsAsTable(name: string): Promise<Locator> {
    await this.chart(name)
      .getByRole('button', { name: /^Show as table/ })
      .click();
    return this.chart(name).getByRole('table');
  }
}
