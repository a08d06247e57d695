import { expect, type Locator, type Page } from '@playwright/test';

/** Saved views as an agent at the dashboard uses them. */
export class SavedViews {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get sidebar(): Locator {
    return this.#page.getByRole('navigation', { name: 'Views' });
  }

  /** Links of saved views, in their order. */
  get all(): Locator {
    return this.sidebar.getByRole('listitem');
  }

  view(name: string): Locator {
    return this.sidebar.getByRole('link', { name: new RegExp(`^${name}\\b`) });
  }

  /** What says who entered a view. */
  get notice(): Locator {
    return this.#page.getByRole('button', { name: /has entered|have entered/ });
  }

  get dialog(): Locator {
    return this.#page.getByRole('dialog').filter({ has: this.#page.getByRole('heading') });
  }

  async presses(name: string): Promise<void> {
    await this.#page.getByRole('button', { name, exact: true }).click();
  }

  /** Keeps what is on screen. */
  async saves(name: string, { shared }: { readonly shared: boolean }): Promise<void> {
    await this.presses('Save view');
    await this.dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    if (shared) await this.dialog.getByRole('switch', { name: 'Share with the team' }).click({ force: true });
    await this.dialog.getByRole('button', { name: 'Save view' }).click();
    await expect(this.view(name)).toHaveAttribute('aria-current', 'page');
  }

  async counts(name: string, people: number): Promise<void> {
    await expect(this.view(name)).toHaveAccessibleName(new RegExp(`\\b${people}$`));
  }

  async wantsToHearOf(name: string): Promise<void> {
    await this.#opens(name, 'When somebody enters it');
    await this.dialog.getByRole('switch', { name: 'Tell me in this dashboard' }).click({ force: true });
    await this.dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(this.dialog).toHaveCount(0);
  }

  async removes(name: string): Promise<void> {
    await this.#opens(name, 'Delete');
    await this.dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(this.view(name)).toHaveCount(0);
  }

  async #opens(name: string, item: string): Promise<void> {
    await this.view(name).hover();
    await this.sidebar.getByRole('button', { name: `More about the view ${name}` }).click();
    await this.#page.getByRole('menuitem', { name: item }).click();
  }
}
