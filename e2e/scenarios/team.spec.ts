import { expect } from '@playwright/test';
import { Agent } from '../actors/agent.ts';
import { loginOf, test } from '../actors/scene.ts';
import { codeOf, Settings } from '../actors/settings.ts';

test('T1: an invitation leads a new colleague in, once', async ({ browser, marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const settings = new Settings(marco.page, vetrina.url);
  const link = await settings.invites('paola@bottega.example');
  await expect(settings.member('paola@bottega.example')).toContainText('Agent');

  const paola = await Agent.at(browser, vetrina.url);
  await paola.page.goto(link);
  await expect(paola.page.getByRole('heading', { name: /^Join / })).toBeVisible();
  await expect(paola.page.getByText(/invites you to the team as an agent/)).toBeVisible();
  await paola.page.getByRole('textbox', { name: 'Your name' }).fill('Paola Verdi');
  await paola.page.getByRole('textbox', { name: 'Password' }).fill('a long enough password');
  await paola.page.getByRole('button', { name: 'Join the team' }).click();
  await expect(paola.list).toBeVisible();

  const hers = new Settings(paola.page, vetrina.url);
  await hers.opens('Team');
  await expect(hers.places.getByRole('link', { name: /^Chat box/ })).toHaveCount(0);
  await hers.signsOut();
  await paola.signsIn({ email: 'paola@bottega.example', password: 'a long enough password' });

  await paola.page.goto(link);
  await expect(paola.page.getByRole('heading', { name: 'This invitation is no longer valid' })).toBeVisible();
  await expect(settings.member('Paola Verdi')).toBeVisible();
  await paola.ends();
});

test('T1: whoever is deactivated is out at once, and cannot come back', async ({ giulia, marco, vetrina }) => {
  const hers = loginOf(vetrina, 'PRO', 1);
  await giulia.signsIn(hers);
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const settings = new Settings(marco.page, vetrina.url);
  await settings.opens('Team');
  await settings.member(hers.email).getByRole('switch').click({ force: true });
  await expect(settings.member(hers.email)).toContainText('Deactivated');

  // Her screen goes to the sign-in page by itself: nothing on it is touched.
  await new Settings(giulia.page, vetrina.url).givesPassword(hers);
  await expect(giulia.page.getByRole('alert')).toContainText(/\w/);
  await expect(giulia.list).toHaveCount(0);
});

test('T1: with a second factor, the password alone is not enough', async ({ marco, vetrina }) => {
  const login = loginOf(vetrina, 'PRO');
  await marco.signsIn(login);
  const settings = new Settings(marco.page, vetrina.url);
  const { secret, codes } = await settings.setsUpSecondFactor(login.password);
  await expect(marco.page.getByText('On: sign-in asks for a code.')).toBeVisible();
  expect(codes.length).toBeGreaterThanOrEqual(8);

  await settings.signsOut();
  await settings.givesPassword(login);
  expect(await settings.purposeOf(/code/i)).toBe('one-time-code');
  await settings.givesCode('000000');
  await expect(marco.page.getByRole('alert')).toContainText('code is wrong');
  // A code is good once, and the one that is shown now may have turned it on: the next is good already.
  await settings.givesCode(codeOf(secret, Date.now() + 30_000));
  await expect(marco.list).toBeVisible();

  await settings.signsOut();
  await settings.givesPassword(login);
  await marco.page.getByRole('button', { name: /Use a recovery code/ }).click();
  await settings.givesCode(codes[0] ?? '');
  await expect(marco.list).toBeVisible();

  await settings.opens('Profile');
  await settings.presses('Turn off two-factor sign-in');
  await settings.dialog.getByRole('textbox', { name: 'Current password' }).fill(login.password);
  await settings.presses('Turn off two-factor sign-in', settings.dialog);
  await expect(marco.page.getByText('Off: your password alone is enough.')).toBeVisible();
});

test('T1: groups are made, filled and taken away', async ({ marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const settings = new Settings(marco.page, vetrina.url);
  await settings.opens('Groups');
  await settings.presses('Add a group');
  await settings.dialog.getByRole('textbox', { name: 'Name' }).fill('Vendite all’ingrosso');
  await expect(settings.dialog.getByRole('textbox', { name: 'Key' })).toHaveValue('vendite-all-ingrosso');
  await settings.dialog.getByRole('checkbox').first().check({ force: true });
  await settings.presses('Save', settings.dialog);
  await expect(settings.member('vendite-all-ingrosso')).toBeVisible();

  await settings.presses('Remove Vendite all’ingrosso');
  await settings.presses('Remove', settings.dialog);
  await expect(settings.dialog.getByText(/would see everyone without it/)).toBeVisible();
  await settings.presses('Cancel', settings.dialog);
  await settings.presses('Edit Vendite all’ingrosso');
  await settings.dialog.getByRole('checkbox').first().uncheck({ force: true });
  await settings.presses('Save', settings.dialog);
  await settings.presses('Remove Vendite all’ingrosso');
  await settings.presses('Remove', settings.dialog);
  await expect(settings.member('vendite-all-ingrosso')).toHaveCount(0);
});

test('T1: what groups leave open is said before and after', async ({ marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const settings = new Settings(marco.page, vetrina.url);
  const nobodySees = marco.page.getByText(/nobody sees visitors without one/);
  await settings.opens('Groups');
  await expect(settings.member('support')).toBeVisible();
  await expect(nobodySees).toHaveCount(0);
  await settings.presses('Edit Sales');
  for (const box of await settings.dialog.getByRole('checkbox').all()) await box.check({ force: true });
  await settings.presses('Save', settings.dialog);
  await expect(nobodySees).toBeVisible();

  await settings.presses('Edit Sales');
  await settings.dialog.getByRole('checkbox', { name: 'Bruno Conti' }).uncheck({ force: true });
  await expect(settings.dialog.getByText(/^Bruno Conti is in no other group/)).toBeVisible();
  await settings.presses('Save', settings.dialog);
  await expect(nobodySees).toHaveCount(0);
});

test('P: a full team is told so before it invites', async ({ marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'FREE'));
  const settings = new Settings(marco.page, vetrina.url);
  await settings.opens('Team');
  await expect(marco.page.getByText('1 of 1 seat taken.')).toBeVisible();
  await expect(marco.page.getByRole('button', { name: 'Invite a colleague' })).toBeDisabled();
  await expect(marco.page.getByText('STANDARD has more.')).toBeVisible();
});
