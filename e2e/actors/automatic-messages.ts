import { expect, type Locator, type Page } from '@playwright/test';

/** The automatic messages of the dashboard, as an owner works with them. */
export class AutomaticMessages {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async opens(): Promise<void> {
    await this.page.getByRole('link', { name: 'Automation' }).click();
    await expect(this.page.getByRole('heading', { name: 'Automatic messages', level: 1 })).toBeVisible();
  }

  /** Opens the editor with one of the six presets, wherever they are offered. */
  async beginsWith(preset: RegExp): Promise<void> {
    const offered = this.page.getByRole('link', { name: preset });
    const more = this.page.getByRole('button', { name: 'New automatic message' });
    await expect(offered.or(more).first()).toBeVisible();
    if (await more.isVisible()) await more.click();
    await offered.last().click();
    await expect(this.textbox('Name')).toBeVisible();
  }

  textbox(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  /** What the rule does, in words. */
  get sentence(): Locator {
    return this.page.getByRole('region', { name: 'In words' });
  }

  get matches(): Locator {
    return this.page.getByRole('region', { name: 'On your site now' });
  }

  get preview(): Locator {
    return this.page.getByRole('region', { name: 'Preview' });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  async waits(seconds: number): Promise<void> {
    await this.textbox('For').fill(String(seconds));
  }

  async onlyOnPagesWith(address: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a page condition' }).click();
    await this.textbox('Condition 1: value').first().fill(address);
  }

  get saved(): Locator {
    return this.page.getByText('Saved', { exact: true });
  }

  /** Saves a message that was saved before. */
  async savesAgain(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save' }).click();
    await expect(this.saved).toBeVisible();
  }

  async saves(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save' }).click();
    await expect(this.page.getByRole('navigation', { name: 'About this message' })).toBeVisible();
  }

  /** Tries the rule on the past week, reads how that ended, and comes back. */
  async dryRuns(): Promise<string> {
    await this.page.getByRole('button', { name: 'Dry run' }).click();
    const outcome = this.dialog.getByRole('status').filter({ hasText: /would have got it/ });
    await expect(outcome).toBeVisible();
    const words = await outcome.textContent();
    await this.dialog.getByRole('button', { name: 'Close' }).last().click();
    return words ?? '';
  }

  /** Asks for it; the dialog that shows what it would have done has the last word. */
  async turnsTheSwitch(): Promise<void> {
    await this.page.getByRole('switch', { name: 'Off', exact: true }).press('Space');
    await expect(this.dialog).toBeVisible();
  }

  async switchesOn(): Promise<void> {
    await this.turnsTheSwitch();
    await this.dialog.getByRole('button', { name: /[Ss]witch on$/ }).click();
    await expect(this.page.getByRole('switch', { name: 'On', exact: true })).toBeChecked();
  }

  async looksAtPeople(): Promise<void> {
    await this.page.getByRole('link', { name: 'Who is here now' }).click();
    await expect(this.page.getByRole('heading', { name: 'Who is here now' })).toBeVisible();
  }

  /** One person in the list of those who are here, with what the rule made of them. */
  person(name: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: name }).first();
  }
}
