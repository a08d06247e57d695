import { createHmac } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Login } from './server.ts';

/** The sub-pages, as an owner finds them. */
export const PLACES = [
  'Profile',
  'Notifications',
  'Language and look',
  'Team',
  'Groups',
  'Office hours',
  'Chat box',
  'Shortcuts',
  'Tags',
  'Blocked',
  'Account and privacy',
  'Signed identity',
  'Plan',
] as const;

export type PlaceName = (typeof PLACES)[number];

/** The settings of the dashboard, as one of the team uses them. */
export class Settings {
  readonly page: Page;
  readonly #url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
  }

  async opens(place: PlaceName): Promise<void> {
    if (!new URL(this.page.url()).pathname.startsWith('/settings')) await this.page.goto(`${this.#url}/settings`);
    await this.places.getByRole('link', { name: new RegExp(`^${place}`) }).click();
    await expect(this.page.getByRole('heading', { name: place, level: 1 })).toBeVisible();
  }

  get places(): Locator {
    return this.page.getByRole('navigation', { name: 'Settings' });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Presses a button, in the dialog if one is open. */
  async presses(name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    await within.getByRole('button', { name }).click();
  }

  /** Invites somebody and takes the link that is to be handed over. */
  async invites(email: string, role: 'Owner' | 'Admin' | 'Agent' = 'Agent'): Promise<string> {
    await this.opens('Team');
    await this.presses('Invite a colleague');
    await this.dialog.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await this.dialog.getByRole('radio', { name: role }).check();
    await this.presses('Invite', this.dialog);
    const link = await this.dialog.getByText(/\/invitation\//).textContent();
    await this.dialog.getByRole('button', { name: 'Close' }).last().click();
    return link ?? '';
  }

  member(name: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: name });
  }

  /** Sets up a second factor and answers its secret and the recovery codes. */
  async setsUpSecondFactor(password: string): Promise<{ readonly secret: string; readonly codes: readonly string[] }> {
    await this.opens('Profile');
    await this.presses('Set up two-factor sign-in');
    await this.dialog.getByRole('textbox', { name: 'Current password' }).fill(password);
    await this.presses('Continue', this.dialog);
    await expect(this.dialog.getByRole('img', { name: /QR code/ })).toBeVisible();
    const secret = ((await this.dialog.locator('code').textContent()) ?? '').replaceAll(' ', '');
    await this.dialog.getByRole('textbox', { name: /six digits/ }).fill(codeOf(secret, Date.now()));
    await this.presses('Turn on', this.dialog);
    const kept = this.dialog.getByRole('list', { name: 'Recovery codes' });
    await expect(kept).toBeVisible();
    const codes = await kept.getByRole('listitem').allTextContents();
    await this.presses('I have kept them', this.dialog);
    return { secret, codes };
  }

  async signsOut(): Promise<void> {
    await this.page.getByRole('button', { name: /^Me\b/ }).click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(this.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  }

  /** The first step of a sign-in, whatever comes next. */
  async givesPassword(login: Login): Promise<void> {
    await this.page.getByRole('textbox', { name: 'E-mail' }).fill(login.email);
    await this.page.getByRole('textbox', { name: 'Password' }).fill(login.password);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  /** As somebody does who has it in another window: nothing is typed. */
  async pastesLogin({ email, password }: Login): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    for (const [name, words] of [
      ['E-mail', email],
      ['Password', password],
    ] as const) {
      await this.page.evaluate((text) => navigator.clipboard.writeText(text), words);
      await this.page.getByRole('textbox', { name }).focus();
      await this.page.keyboard.press('ControlOrMeta+V');
    }
    await this.page.keyboard.press('Enter');
  }

  /** What the field whose name fits tells a password manager it is for. */
  purposeOf(name: string | RegExp): Promise<string | null> {
    return this.page.getByRole('textbox', { name }).getAttribute('autocomplete');
  }

  async givesCode(code: string): Promise<void> {
    await this.page.getByRole('textbox', { name: /code/i }).fill(code);
    await this.page.getByRole('button', { name: 'Continue' }).click();
  }
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP = 30_000;

/** What an authenticator app shows at `at` for this base-32 secret (RFC 6238: SHA-1, 6 digits, 30 s). */
export function codeOf(secret: string, at: number): string {
  const bits = [...secret.replace(/=+$/, '')].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'));
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / STEP)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}
