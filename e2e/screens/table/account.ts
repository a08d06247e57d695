import type { Look, Screen } from '../screen.ts';

/** The browser's own password check must not stand in the way of a refusal. */
async function signsInWrongly({ page, presses }: Look): Promise<void> {
  await page.locator('input[type="email"]').fill('nobody@example.com');
  await page.locator('input[type="password"]').fill('not the password');
  await presses('account.signIn.submit');
  await page.getByRole('alert').first().waitFor();
}

const answersSecondFactor = async ({ page }: Look): Promise<void> => {
  await page.route('**/api/v1/session', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ json: { step: 'second-factor' } }) : route.continue(),
  );
};

export const ACCOUNT_SCREENS: readonly Screen[] = [
  { name: 'sign-in', who: 'nobody', at: '/sign-in' },
  { name: 'sign-in-refused', who: 'nobody', at: '/sign-in', deeds: signsInWrongly, isBroken: true },
  {
    name: 'sign-in-second-factor',
    who: 'nobody',
    at: '/sign-in',
    first: answersSecondFactor,
    deeds: async ({ page, presses, say }) => {
      await page.locator('input[type="email"]').fill('anna@example.com');
      await page.locator('input[type="password"]').fill('whatever it is');
      await presses('account.signIn.submit');
      await page.getByRole('heading', { name: say('account.secondFactor.title') }).waitFor();
    },
  },
  { name: 'sign-up', who: 'nobody', at: '/sign-up' },
  { name: 'forgot-password', who: 'nobody', at: '/forgot-password' },
  {
    name: 'forgot-password-sent',
    who: 'nobody',
    at: '/forgot-password',
    first: ({ page }) => page.route('**/api/v1/password-resets', (route) => route.fulfill({ status: 204 })),
    deeds: async ({ page, presses, say }) => {
      await page.locator('input[type="email"]').fill('anna@example.com');
      await presses('account.forgot.submit');
      await page.getByRole('heading', { name: say('account.forgot.sentTitle') }).waitFor();
    },
  },
  { name: 'reset-password', who: 'nobody', at: '/reset-password/abcdefghijklmnopqrstuvwxyz' },
  { name: 'invitation', who: 'nobody', at: ({ invitation }) => `/invitation/${invitation}` },
  { name: 'invitation-dead', who: 'nobody', at: '/invitation/abcdefghijklmnopqrstuvwxyz', isBroken: true },
  { name: 'setup', who: 'founder', at: '/setup' },
];
