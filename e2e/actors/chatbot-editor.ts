import { expect, type Locator, type Page } from '@playwright/test';

/** Chatbots, as one of the team draws them. */
export class ChatbotEditor {
  readonly page: Page;
  readonly #url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
  }

  async opens(): Promise<void> {
    await this.page.goto(`${this.#url}/automation/chatbots`);
    await expect(this.page.getByRole('heading', { name: 'Chatbots', level: 1 })).toBeVisible();
  }

  /** Begins with a template, from the empty list or from the button above the others. */
  async beginsWith(template: string): Promise<void> {
    const choice = this.page.getByRole('button', { name: new RegExp(`^${template}`) });
    const more = this.page.getByRole('button', { name: 'New chatbot' });
    await expect(choice.or(more).first()).toBeVisible();
    if (await more.isVisible()) await more.click();
    await choice.click();
    await expect(this.page.getByRole('textbox', { name: 'Name of the chatbot' })).toHaveValue(template);
    await expect(this.blocks.first()).toBeVisible();
  }

  get canvas(): Locator {
    return this.page.getByRole('region', { name: 'Canvas' });
  }

  /** All blocks on the canvas. */
  get blocks(): Locator {
    return this.canvas.locator('.react-flow__node');
  }

  /** The block whose text contains this. */
  block(text: string): Locator {
    return this.blocks.filter({ hasText: text });
  }

  get side(): Locator {
    return this.page.getByRole('complementary', { name: 'Beside the canvas' });
  }

  async chooses(text: string): Promise<void> {
    await this.block(text).click();
    await this.side.getByRole('tab', { name: 'Block' }).click();
  }

  async looksAt(part: 'Block' | 'Preview' | 'Problems'): Promise<void> {
    await this.side.getByRole('tab', { name: part }).click();
  }

  get preview(): Locator {
    return this.side.getByRole('log');
  }

  async presses(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  async isSaved(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
  }

  /** The row of the list. */
  bot(name: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }
}
