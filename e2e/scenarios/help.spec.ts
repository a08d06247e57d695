import { expect } from '@playwright/test';
import { Agent } from '../actors/agent.ts';
import { Help } from '../actors/help.ts';
import { Inbox } from '../actors/inbox.ts';
import { loginOf, test } from '../actors/scene.ts';

test('S1: help is found by search and opens over every screen, on a desk and on a phone, in both languages', async ({
  browser,
  marco,
  vetrina,
}) => {
  const help = new Help(marco.page);
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await help.opensAbout();
  await expect(help.title('Visitors: who is on your site now')).toBeFocused();
  await help.searches('search example', help.panel);
  await expect(help.title('Search: find anybody at once')).toBeVisible();
  await help.panel.getByRole('link', { name: 'Search visitors: country:it', exact: true }).click();
  await expect(help.panel).toHaveCount(0);
  await expect(marco.search).toHaveValue('country:it');

  await marco.page.getByRole('link', { name: 'Help', exact: true }).click();
  await help.searches('BOTHERED unread');
  await expect(help.title('Automatic messages')).toBeVisible();
  await expect(marco.page.getByRole('heading', { name: 'Nobody is bothered twice' })).toBeFocused();
  await expect(marco.page).toHaveURL(/\/help\/automatic-messages#budget$/);
  await marco.page.goBack();
  await expect(marco.page).toHaveURL(/\/help$/);

  const giulia = await Agent.at(browser, vetrina.url, { locale: 'it-IT', phone: true });
  const guida = new Help(giulia.page, 'it');
  await giulia.page.goto(`${vetrina.url}/sign-in`);
  const { email, password } = loginOf(vetrina, 'PRO', 1);
  await giulia.page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await giulia.page.getByRole('textbox', { name: 'Password' }).fill(password);
  await giulia.page.keyboard.press('Enter');
  await expect(giulia.page.getByRole('heading', { level: 1, name: 'Visitatori' })).toBeVisible();
  await guida.opensAbout();
  await expect(guida.title('Visitatori: chi è ora sul tuo sito')).toBeFocused();
  await guida.panel.getByRole('link', { name: 'Apri a tutta pagina' }).click();
  await expect(giulia.page).toHaveURL(/\/help\/visitors$/);
  await expect(guida.title('Visitatori: chi è ora sul tuo sito')).toBeVisible();
  await giulia.ends();
});

test('S1: STANDARD writes to the operator, who sees whom and answers; FREE reads which plan has it', async ({
  browser,
  marco,
  vetrina,
}) => {
  // The demo's operator is the PRO shop.
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const sandro = await Agent.at(browser, vetrina.url);
  const help = new Help(sandro.page);
  await sandro.signsIn(loginOf(vetrina, 'STANDARD'));
  await sandro.page.goto(`${vetrina.url}/settings/team`);
  await help.opensAbout();
  await help.searches('whoever runs this server', help.panel);
  await help.writesToSupport();
  await help.says('Where do I find my snippet?');

  await expect(marco.row('Sandro Neri').getByText('Verified customer')).toBeAttached();
  await marco.opensDetailsOf('Sandro Neri');
  await expect(marco.details.getByText('Standard Shoes')).toBeVisible();
  await expect(marco.details.getByText('settings', { exact: true })).toBeVisible();
  const told = await marco.details.textContent();
  expect(told).toContain('/support.html');
  expect(told).not.toContain('/settings/team');

  const inbox = new Inbox(marco.page);
  await inbox.opens();
  await inbox.opensConversation('Sandro Neri');
  await inbox.reads('Where do I find my snippet?');
  await inbox.says('Under Install.');
  await help.reads('Under Install.');

  // Closed, it covers nothing, and tells of an answer from above the screen.
  await help.box.getByRole('button', { name: 'Close chat' }).click();
  await expect(sandro.page.locator('iframe')).toBeHidden();
  await inbox.says('Did you find it?');
  await sandro.page.getByRole('button', { name: 'Read', exact: true }).click();
  await help.reads('Did you find it?');
  await help.box.getByRole('button', { name: 'Close chat' }).click();

  await sandro.page.getByRole('button', { name: /^Me/ }).click();
  await sandro.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(sandro.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  const left = await sandro.page.evaluate(() => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    document.cookie,
  ]);
  expect(left.filter((name) => /vetrina_/.test(name))).toEqual([]);

  await sandro.signsIn(loginOf(vetrina, 'FREE'));
  await sandro.page.goto(`${vetrina.url}/help/support`);
  await expect(sandro.page.getByText(/^Personal support comes with paid plans/)).toBeVisible();
  await expect(sandro.page.getByRole('button', { name: 'Write to us' })).toHaveCount(0);
  await sandro.ends();
});
