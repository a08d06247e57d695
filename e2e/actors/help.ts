import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** What help is called on the screens of a language. */
const WORDS = {
  en: { help: 'Help', about: 'Help for this screen', search: 'Search help', write: 'Write to us' },
  it: { help: 'Guida', about: 'Guida a questa schermata', search: 'Cerca nella guida', write: 'Scrivici' },
} as const;

/** Help in the dashboard, and the operator's chat box behind it, as somebody of a team uses them. */
export class Help {
  readonly page: Page;
  readonly #words: (typeof WORDS)[keyof typeof WORDS];

  constructor(page: Page, language: keyof typeof WORDS = 'en') {
    this.page = page;
    this.#words = WORDS[language];
  }

  /** Over the screen that it is about. */
  get panel(): Locator {
    return this.page.getByRole('dialog', { name: this.#words.help });
  }

  async opensAbout(): Promise<void> {
    await this.page.getByRole('button', { name: this.#words.about }).first().click();
    await expect(this.panel).toBeVisible();
  }

  title(text: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name: text });
  }

  /** Types and goes to the first hit by the keyboard. */
  async searches(text: string, within: Page | Locator = this.page): Promise<void> {
    await within.getByRole('searchbox', { name: this.#words.search }).fill(text);
    await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
  }

  async writesToSupport(): Promise<void> {
    await this.page.getByRole('button', { name: this.#words.write }).click();
    await expect(this.box.getByRole('dialog', { name: 'Chat' })).toBeVisible();
  }

  get box(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  /** Says it in the operator's box. */
  async says(text: string): Promise<void> {
    await this.box.getByRole('textbox', { name: 'Message' }).fill(text);
    await this.box.getByRole('button', { name: 'Send', exact: true }).click();
    await this.reads(text);
  }

  async reads(text: string): Promise<void> {
    await expect(this.box.getByRole('log').getByText(text, { exact: true })).toHaveCount(1);
  }
}
