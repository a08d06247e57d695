import { expect } from '@playwright/test';
import { ChatBox } from '../actors/chat-box.ts';
import { Inbox } from '../actors/inbox.ts';
import { Phone } from '../actors/phone.ts';
import { loginOf, test } from '../actors/scene.ts';

test('N1, N3: the dashboard installs, opens without a network, and comes back by itself', async ({
  browser,
  vetrina,
}) => {
  const phone = await Phone.at(browser, vetrina.url);
  await phone.agent.signsIn(loginOf(vetrina, 'PRO'));
  await phone.keepsTheApp();
  expect(await phone.reasonsAgainstInstalling()).toEqual([]);

  await phone.hasNetwork(false);
  await phone.page.reload();
  await expect(
    phone.page.getByRole('heading', { name: /^You are offline|^The server cannot be reached/ }),
  ).toBeVisible();
  await phone.hasNetwork(true);
  await expect(phone.agent.list).toBeVisible();
  await phone.agent.ends();
});

test('N2: a newer version is told of, and loaded when the agent says so', async ({ browser, vetrina }) => {
  const phone = await Phone.at(browser, vetrina.url, { bypassCSP: true });
  const { page } = phone;
  // A page of an older build: another script is its first.
  const older = '<script type="module" src="/assets/index-older.js"></script>';
  await page.route('**/assets/index-older.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.route(/\/(\?.*)?$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('<script type="module"', `${older}$&`) });
  });
  await phone.agent.signsIn(loginOf(vetrina, 'PRO'));
  await phone.keepsTheApp();
  await page.unrouteAll();
  await phone.meetsANewerVersion();
  await expect(page.getByText('A new version is ready.')).toBeVisible();
  await phone.agent.searchesFor('lamp');
  await expect(page).toHaveURL(/lamp/);
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByText('A new version is ready.')).toHaveCount(0);
  await expect(phone.agent.list).toBeVisible();
  await expect(phone.agent.search).toHaveValue('lamp');
  await expect(page.locator('script[src*="older"]')).toHaveCount(0);
  await phone.agent.ends();
});

test('V9, N4, N5: a pocket in Italian: the bar fits, Back closes what lies on top', async ({
  anna,
  browser,
  vetrina,
}) => {
  await anna.opens();
  await anna.pageSays('name', 'Anna');
  const phone = await Phone.at(browser, vetrina.url, { locale: 'it-IT' });
  const { page } = phone;
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${vetrina.url}/visitors`);
  const login = loginOf(vetrina, 'PRO');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(login.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(login.password);
  await page.getByRole('button', { name: 'Accedi' }).tap();
  await expect(page.getByRole('tab', { name: /^Attivi/, selected: true })).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Mostra inattivi' })).not.toBeChecked();
  await phone.fitsItsScreen();

  const row = page.getByRole('row').filter({ hasText: 'Anna' });
  await phone.bar.getByRole('button', { name: /^Altro/ }).tap();
  await page.getByRole('menuitem', { name: 'Impostazioni' }).tap();
  await expect(page.getByRole('heading', { name: 'Impostazioni' })).toBeVisible();
  await phone.fitsItsScreen();
  await page.goBack();
  await expect(row).toBeVisible();

  await row.tap();
  await expect(phone.sheet).toBeVisible();
  await phone.sheet
    .getByRole('button', { name: 'Per quanto tempo' })
    .or(phone.sheet.locator('[popovertarget]'))
    .first()
    .tap();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(phone.sheet).toBeVisible();
  await page.goBack();
  await expect(phone.sheet).toHaveCount(0);
  await expect(row).toBeFocused();

  // A sheet is pulled down by its head; Back does not bring it up again.
  await row.tap();
  await phone.pulls(phone.sheet.getByRole('heading').first(), { y: 320 });
  await expect(phone.sheet).toHaveCount(0);
  await expect(row).toBeFocused();
  await phone.bar.getByRole('button', { name: /^Altro/ }).tap();
  await expect(page.getByRole('menu')).toBeVisible();
  await phone.pulls(phone.handle, { y: 240 });
  await expect(page.getByRole('menu')).toHaveCount(0);
  await phone.bar.getByRole('button', { name: /^Altro/ }).tap();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(row).toBeVisible();
  await phone.agent.ends();
});

test('N6, N7: rows are pulled aside, lists are pulled down', async ({ anna, browser, vetrina }) => {
  await anna.opens();
  await anna.pageSays('name', 'Anna');
  const phone = await Phone.at(browser, vetrina.url);
  const { agent, page } = phone;
  await agent.signsIn(loginOf(vetrina, 'PRO'));
  await expect(agent.row('Anna')).toBeVisible();
  await phone.pulls(agent.row('Anna'), { y: 300 });
  await expect(page.getByText('Up to date.')).toBeVisible();

  await phone.pulls(agent.row('Anna'), { x: 160 });
  await expect(phone.sheet.getByRole('textbox', { name: 'Message' })).toBeFocused();
  await page.goBack();
  await expect(phone.sheet).toHaveCount(0);
  await phone.pulls(agent.row('Anna'), { x: -160 });
  await expect(page.getByText('Anna is blocked.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).tap();
  await expect(page.getByText('Anna is blocked.')).toHaveCount(0);

  // Whoever is blocked has no chat box until the next page.
  await anna.opens();
  const chat = new ChatBox(() => anna.tab);
  await chat.opens();
  await chat.says('Good evening!');
  const inbox = new Inbox(page);
  await inbox.opens();
  await phone.pulls(inbox.row('Anna'), { x: 40 });
  await phone.pulls(inbox.row('Anna'), { x: 160 });
  await expect(page.getByText('You joined the conversation with Anna.')).toBeVisible();
  await phone.pulls(inbox.row('Anna'), { x: 160 });
  await expect(page.getByText('Conversation with Anna resolved.')).toBeVisible();
  await expect(inbox.row('Anna')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).tap();
  await inbox.opensConversation('Anna');
  await inbox.reads('Good evening!');
  await page.goBack();
  await expect(inbox.row('Anna')).toBeVisible();
  await agent.ends();
});
