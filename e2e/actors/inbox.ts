import { expect, type Locator, type Page } from '@playwright/test';

export type ConversationAction =
  | 'Join'
  | 'Leave'
  | 'Resolve'
  | 'Reopen'
  | 'Transfer…'
  | 'Mark unread'
  | 'Block'
  | 'Block for a time…'
  | 'Unblock';
export type FolderName = 'New' | 'Mine' | 'All open' | 'Resolved';

/** The conversations of the dashboard, as an agent uses them. */
export class Inbox {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async opens(): Promise<void> {
    await this.page.getByRole('link', { name: /^Conversations/ }).click();
    await expect(this.folder('New')).toBeVisible();
  }

  folder(name: FolderName): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}\\b`) });
  }

  /** A row of the list. */
  row(text: string | RegExp): Locator {
    return this.page.getByRole('list', { name: 'Conversations' }).getByRole('listitem').filter({ hasText: text });
  }

  async opensConversation(text: string | RegExp): Promise<void> {
    await this.row(text).getByRole('link').first().click();
    await expect(this.conversation).toBeVisible();
  }

  get pages(): Locator {
    return this.page.getByRole('navigation', { name: 'Pages of the inbox' });
  }

  get conversation(): Locator {
    return this.page.getByRole('region', { name: 'Conversation' });
  }

  get log(): Locator {
    return this.conversation.getByRole('log');
  }

  get composer(): Locator {
    return this.conversation.getByRole('textbox', { name: 'Message' });
  }

  /** Beside the composer: a chatbot answers here. */
  get botNote(): Locator {
    return this.conversation.getByText(/^A chatbot is answering\./);
  }

  async takesOver(): Promise<void> {
    await this.conversation.getByRole('button', { name: 'Take over' }).click();
    await expect(this.botNote).toHaveCount(0);
  }

  async says(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.conversation.getByRole('button', { name: 'Send', exact: true }).click();
    await this.reads(text);
  }

  async reads(text: string, within?: { readonly timeout: number }): Promise<void> {
    await expect(this.log.getByText(text, { exact: true })).toHaveCount(1, within);
  }

  /** One of the header's buttons, or one of the menu behind "More actions". */
  async does(action: ConversationAction): Promise<void> {
    const button = this.conversation.getByRole('button', { name: action, exact: true });
    const more = this.conversation.getByRole('button', { name: 'More actions' });
    await expect(button.or(more).first()).toBeVisible();
    if (await button.isVisible()) return button.click();
    await more.click();
    await this.page.getByRole('menuitem', { name: action, exact: true }).click();
  }

  async writesNote(text: string): Promise<void> {
    await this.conversation.getByRole('tab', { name: 'Note' }).click();
    await this.says(text);
    await this.conversation.getByRole('tab', { name: 'Reply' }).click();
  }

  async attaches(file: { name: string; mimeType: string; text: string }): Promise<void> {
    const { text, ...rest } = file;
    await this.conversation.locator('input[type="file"]').setInputFiles({ ...rest, buffer: Buffer.from(text) });
    await this.conversation.getByRole('button', { name: 'Send', exact: true }).click();
  }
}
