import { expect } from '@playwright/test';
import { Agent } from '../actors/agent.ts';
import { loginOf, test } from '../actors/scene.ts';
import { Settings } from '../actors/settings.ts';

test('C5: office hours are kept, and say when the door opens', async ({ marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const settings = new Settings(marco.page, vetrina.url);
  await settings.opens('Office hours');
  const use = marco.page.getByRole('switch', { name: 'Use office hours' });
  await use.setChecked(false, { force: true });
  await use.setChecked(true, { force: true });
  await expect(marco.page.getByText(/^(Open now|Closed now)/)).toBeVisible();
  await marco.page
    .getByRole('textbox', { name: 'Monday until' })
    .or(marco.page.getByLabel('Monday until'))
    .first()
    .fill('07:00');
  await expect(marco.page.getByRole('alert').filter({ hasText: 'later than the beginning' })).toBeVisible();
  await expect(marco.page.getByRole('button', { name: 'Save' })).toBeDisabled();
  await marco.page.getByLabel('Monday until').first().fill('12:30');
  await marco.page.getByRole('switch', { name: 'Saturday' }).setChecked(true, { force: true });
  await settings.presses('Save');
  await expect(marco.page.getByText('Saved')).toBeVisible();

  await marco.page.reload();
  await expect(marco.page.getByLabel('Monday until').first()).toHaveValue('12:30');
  await expect(marco.page.getByRole('switch', { name: 'Saturday' })).toBeChecked();
  await expect(marco.page.getByRole('switch', { name: 'Sunday' })).not.toBeChecked();
});

test('C4: a shortcut is written, corrected and removed', async ({ marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const settings = new Settings(marco.page, vetrina.url);
  await settings.opens('Shortcuts');
  await settings.presses('Add a shortcut');
  await settings.dialog.getByRole('textbox', { name: 'Name' }).fill('reso lento');
  await settings.dialog.getByRole('textbox', { name: 'Text' }).fill('I resi sono gratuiti.');
  await settings.presses('Save', settings.dialog);
  await expect(settings.member('/reso-lento')).toContainText('I resi sono gratuiti.');

  await settings.presses('Edit /reso-lento');
  await settings.dialog.getByRole('textbox', { name: 'Text' }).fill('I resi sono gratuiti entro 30 giorni.');
  await settings.presses('Save', settings.dialog);
  await expect(settings.member('/reso-lento')).toContainText('entro 30 giorni');

  await settings.presses('Remove /reso-lento');
  await settings.presses('Remove', settings.dialog);
  await expect(settings.member('/reso-lento')).toHaveCount(0);
});

test('C4: a tag has a name, a colour and a description', async ({ marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const settings = new Settings(marco.page, vetrina.url);
  await settings.opens('Tags');
  await settings.presses('Add a tag');
  await settings.dialog.getByRole('textbox', { name: 'Name' }).fill('Wholesale');
  await settings.dialog.getByRole('radio', { name: 'Violet' }).check({ force: true });
  await settings.dialog.getByRole('textbox', { name: 'Description' }).fill('Shops that buy from us');
  await settings.presses('Save', settings.dialog);
  await expect(settings.member('Wholesale')).toContainText('Shops that buy from us');

  await settings.presses('Edit Wholesale');
  await expect(settings.dialog.getByRole('radio', { name: 'Violet' })).toBeChecked();
});

test('C1: the box is designed before one’s eyes, and stays as it was saved', async ({ marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const settings = new Settings(marco.page, vetrina.url);
  await settings.opens('Chat box');
  const preview = marco.page.getByRole('region', { name: 'Preview' });
  await marco.page.getByRole('textbox', { name: 'Greeting' }).fill('Buongiorno dalla bottega!');
  await expect(preview.getByText('Buongiorno dalla bottega!')).toBeVisible();
  await marco.page.getByRole('textbox', { name: 'Colour code' }).fill('#6941c6');
  await marco.page.getByRole('radio', { name: 'Left' }).check({ force: true });
  await settings.presses('Save');
  await expect(marco.page.getByText('Saved', { exact: true })).toBeVisible();

  await marco.page.reload();
  await expect(marco.page.getByRole('textbox', { name: 'Greeting' })).toHaveValue('Buongiorno dalla bottega!');
  await expect(marco.page.getByRole('textbox', { name: 'Colour code' })).toHaveValue('#6941c6');
  await expect(marco.page.getByRole('radio', { name: 'Left' })).toBeChecked();
});

test('I3: the secret shows when it is asked for, and is made anew only after a question', async ({
  marco,
  vetrina,
}) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const settings = new Settings(marco.page, vetrina.url);
  await settings.opens('Signed identity');
  const shown = marco.page.locator('section', { hasText: 'Never put it into a page' }).locator('code');
  await expect(shown).toHaveCount(0);
  await settings.presses('Show the secrets');
  await expect(shown).toHaveCount(2);
  const [forIds = '', forTokens = ''] = await shown.allTextContents();
  await settings.presses('Make new secrets');
  await settings.presses('Make new ones', settings.dialog);
  await expect(shown.first()).not.toHaveText(forIds);
  await expect(shown.last()).not.toHaveText(forTokens);

  await marco.page.getByRole('switch', { name: 'Demand a signature' }).click({ force: true });
  await expect(marco.page.getByText('Saved')).toBeVisible();
});

test('P: on FREE, what another plan has stands there with its name', async ({ marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'FREE'));
  const settings = new Settings(marco.page, vetrina.url);
  await settings.opens('Groups');
  await expect(marco.page.getByText('Part of PRO.')).toBeVisible();
  await expect(marco.page.getByRole('button', { name: 'Add a group' })).toBeDisabled();
  await settings.opens('Office hours');
  await expect(marco.page.getByRole('switch', { name: 'Use office hours' })).toBeDisabled();
  await settings.opens('Chat box');
  await expect(marco.page.getByRole('switch', { name: /^Rating/ })).toBeDisabled();
  await settings.opens('Shortcuts');
  await expect(marco.page.getByRole('button', { name: 'Add a team shortcut' })).toBeDisabled();

  await marco.page.getByRole('link', { name: 'Compare plans' }).first().click();
  await expect(marco.page.getByRole('columnheader', { name: /FREE yours/ })).toBeVisible();
  await expect(marco.page.getByRole('row', { name: /^Groups/ })).toContainText('Included');
});

test('V3: who likes it compact sees more people, each on one line, and still hears every status', async ({
  anna,
  marco,
  vetrina,
}) => {
  await anna.opens();
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await expect(marco.people).toHaveCount(1);
  const tall = await marco.people.boundingBox();
  const settings = new Settings(marco.page, vetrina.url);
  await settings.opens('Language and look');
  await marco.page.getByRole('radio', { name: 'Compact' }).click();
  await expect(marco.page.locator('html[data-density="compact"]')).toBeAttached();
  await marco.page.goto(`${vetrina.url}/visitors`);
  await expect(marco.people).toHaveCount(1);
  await expect(marco.people).toContainText('Active');
  await expect.poll(async () => (await marco.people.boundingBox())?.height).toBeLessThan((tall?.height ?? 0) * 0.7);
});

test('V9: a phone begins with the list of settings and comes back to it', async ({ browser, vetrina }) => {
  const phone = await Agent.at(browser, vetrina.url, { phone: true });
  await phone.signsIn(loginOf(vetrina, 'PRO'));
  await phone.page.goto(`${vetrina.url}/settings`);
  await expect(phone.page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await phone.page.getByRole('link', { name: 'Tags' }).click();
  await expect(phone.page.getByRole('heading', { name: 'Tags', level: 1 })).toBeVisible();
  await phone.page.getByRole('main').getByRole('link', { name: 'Settings' }).click();
  await expect(phone.page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await phone.ends();
});

test('C1: a photo is put beside a name, and taken away again', async ({ marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const settings = new Settings(marco.page, vetrina.url);
  await settings.opens('Profile');
  await marco.page.locator('input[type=file]').setInputFiles({
    name: 'marco.png',
    mimeType: 'image/png',
    buffer: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
      'base64',
    ),
  });
  await expect(marco.page.getByRole('button', { name: 'Change photo' })).toBeVisible();
  const photo = marco.page.getByRole('main').locator('img');
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await settings.presses('Remove photo');
  await expect(marco.page.getByRole('button', { name: 'Add a photo' })).toBeVisible();
});
