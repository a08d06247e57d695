import { expect, type Locator, type Page } from '@playwright/test';

/** The command palette, as somebody uses it who never touches the mouse. */
export class Palette {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Search and commands' });
  }

  get field(): Locator {
    return this.dialog.getByRole('combobox');
  }

  option(name: string | RegExp): Locator {
    return this.dialog.getByRole('option', { name });
  }

  async opens(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await expect(this.field).toBeFocused();
  }

  /** Types until this is the option that Enter takes, and takes it. */
  async takes(typed: string, option: string | RegExp): Promise<void> {
    await this.opens();
    await this.page.keyboard.type(typed);
    await this.arrives(option);
    await this.page.keyboard.press('Enter');
    await expect(this.dialog).toBeHidden();
  }

  /** Goes down to an option, and no farther. */
  async arrives(option: string | RegExp): Promise<void> {
    const wanted = this.option(option).first();
    await expect(wanted).toBeVisible();
    const ids = await this.dialog.getByRole('option').evaluateAll((all) => all.map(({ id }) => id));
    const steps = ids.indexOf((await wanted.getAttribute('id')) ?? '');
    for (let step = 0; step < steps; step += 1) await this.page.keyboard.press('ArrowDown');
    await expect(wanted).toHaveAttribute('aria-selected', 'true');
    await expect(this.field).toHaveAttribute('aria-activedescendant', (await wanted.getAttribute('id')) ?? '');
  }
}
