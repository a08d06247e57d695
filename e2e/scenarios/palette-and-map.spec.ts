import { expect } from '@playwright/test';
import { Agent } from '../actors/agent.ts';
import { ChatBox } from '../actors/chat-box.ts';
import { crowdComes } from '../actors/crowd.ts';
import { Palette } from '../actors/palette.ts';
import { loginOf, test } from '../actors/scene.ts';
import { startServer } from '../actors/server.ts';

test('D1, D2: everything is reached by keyboard alone: a person, a screen, a deed, the keys themselves', async ({
  anna,
  bruno,
  marco,
  vetrina,
}) => {
  const { page } = marco;
  const [palette, chat] = [new Palette(page), new ChatBox(() => anna.tab)];
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await anna.opens();
  await anna.pageSays('name', 'Anna Böhm');
  await bruno.opens('cart.html');
  await expect(marco.people).toHaveCount(2);

  // From a screen that shows nobody: the server looks through everyone.
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { name: 'Automatic messages', level: 1 })).toBeVisible();
  await palette.takes('bohm', /^Anna Böhm/);
  await expect(marco.details.getByText('Anna Böhm', { exact: true }).first()).toBeVisible();

  await palette.takes('bohm', 'Open conversation with Anna Böhm');
  await expect(marco.details.getByRole('textbox', { name: 'Message' })).toBeFocused();
  // What is typed into a field is text, whatever key it is.
  await page.keyboard.type('good evening?');
  await page.keyboard.press('Enter');
  await expect(chat.popup).toContainText('good evening?');

  await palette.opens();
  await page.keyboard.type('zzzz');
  await expect(palette.dialog.getByRole('status')).toHaveText('0 results');
  await expect(palette.dialog.getByText('Nothing found.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(marco.details.getByRole('textbox', { name: 'Message' })).toBeFocused();

  await palette.takes('go offl', 'Go offline');
  await expect(page.getByRole('button', { name: /^Me.*Offline/ })).toBeVisible();
  await palette.opens();
  await expect(palette.dialog.getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveText([/Go online/]);
  await page.keyboard.press('Control+k');
  await expect(palette.dialog).toBeHidden();

  await palette.takes('settings look', /^Language and look/);
  // Until it is there, the focus is in the message of the screen before, where "?" is text.
  await expect(page.getByRole('heading', { name: 'Language and look', level: 1 })).toBeVisible();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByRole('heading', { level: 3 }).first()).toHaveText('Everywhere');
  await page.keyboard.press('g');
  await page.keyboard.press('v');
  await expect(sheet, 'a key behind a dialog does nothing').toBeVisible();
  await page.keyboard.press('Escape');

  const letters = page.getByRole('switch', { name: 'Single-key shortcuts' });
  await letters.focus();
  await page.keyboard.press('Space');
  await expect(letters).not.toBeChecked();
  await letters.blur();
  await page.keyboard.press('?');
  await expect(sheet).toBeHidden();
  await palette.takes('shortcuts', /^Keyboard shortcuts/);
  await expect(sheet.getByText(/switched off in this browser/)).toBeVisible();
});

test('D3: the map tells where people are, follows who comes and goes, and leads to them', async ({ browser }) => {
  const vetrina = await startServer({ demo: true, env: { TRUST_PROXY: '127.0.0.0/8,::1/128' } });
  const marco = await Agent.at(browser, vetrina.url);
  const { page } = marco;
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await expect(page).toHaveURL(/look=map/);
  const picture = page.getByRole('img', { name: /^World map/ });
  await expect(picture).toHaveAccessibleName('World map: nobody here.');
  await expect(page.getByText(/snippet|first visitor|right now/i).first(), 'V11 holds here too').toBeVisible();

  const crowdLeaves = await crowdComes(vetrina.url, 24);
  const row = (country: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: country }) });
  const count = async (country: string) => Number(await row(country).getByRole('cell').first().textContent());
  await expect(row('Italy')).toBeVisible({ timeout: 20_000 });
  await expect(picture).toHaveAccessibleName(/online, in .*Italy \d/);

  // From near, by keyboard; and whole again.
  const map = page.getByRole('group', { name: 'World map' });
  await map.focus();
  await page.keyboard.press('+');
  await expect(page.getByRole('button', { name: 'Whole world' })).not.toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('0');

  await row('Italy').getByRole('button').press('Enter');
  await expect(page).toHaveURL(/q=country%3Ait/);
  await expect(marco.people.first()).toBeVisible();
  await page.keyboard.press('m');
  await expect(row('Italy')).toBeVisible();
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await expect.poll(async () => (await count('Italy')) > 0).toBe(true);

  await marco.searchesFor('');
  await crowdLeaves();
  await expect(picture).toHaveAccessibleName('World map: nobody here.', { timeout: 20_000 });
  await expect(row('Italy')).toHaveCount(0);
  await marco.ends();
  await vetrina.stop();
});
