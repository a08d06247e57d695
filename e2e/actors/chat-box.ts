import { expect, type Locator, type Page } from '@playwright/test';

/** The chat box on a visitor's page, as the visitor uses it. */
export class ChatBox {
  readonly #tab: () => Page;

  constructor(tab: () => Page) {
    this.#tab = tab;
  }

  get launcher(): Locator {
    return this.#tab().getByRole('button', { name: 'Open chat' });
  }

  get panel(): Locator {
    return this.#tab().getByRole('dialog', { name: 'Chat' });
  }

  get composer(): Locator {
    return this.panel.getByRole('textbox', { name: 'Message' });
  }

  get log(): Locator {
    return this.panel.getByRole('log');
  }

  /** What shows beside the launcher when somebody writes and the panel is closed. */
  popupOf(agent: string): Locator {
    return this.#tab().getByRole('region', { name: `Message from ${agent}` });
  }

  /** The same, whoever writes. */
  get popup(): Locator {
    return this.#tab().getByRole('region', { name: /^Message from / });
  }

  async opens(): Promise<void> {
    await this.launcher.click();
    await expect(this.panel).toBeVisible();
  }

  async says(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.panel.getByRole('button', { name: 'Send', exact: true }).click();
    await this.reads(text);
  }

  /** Finds the text among the messages, once. */
  async reads(text: string, within?: { readonly timeout: number }): Promise<void> {
    await expect(this.log.getByText(text, { exact: true })).toHaveCount(1, within);
  }

  /** What a chatbot offers to answer with. */
  reply(text: string): Locator {
    return this.panel.getByRole('group', { name: 'Reply' }).getByRole('button', { name: text, exact: true });
  }

  async attaches(file: { name: string; mimeType: string; text: string }): Promise<void> {
    const { text, ...rest } = file;
    await this.panel.locator('input[type="file"]').setInputFiles({ ...rest, buffer: Buffer.from(text) });
  }
}
