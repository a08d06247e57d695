import { expect } from '@playwright/test';
import { ChatBox } from '../actors/chat-box.ts';
import { Inbox } from '../actors/inbox.ts';
import { Keys } from '../actors/keys.ts';
import { loginOf, test } from '../actors/scene.ts';

/** Nobody touches a mouse in here. */
test.describe.configure({ timeout: 240_000 });

test('V12: visitors and conversations by keyboard alone', async ({ anna, bruno, marco, vetrina }) => {
  await anna.opens();
  await anna.pageSays('name', 'Anna');
  await bruno.opens('cart.html');
  await bruno.pageSays('name', 'Bruno');
  const { page } = marco;
  const keys = new Keys(() => page);
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  await page.goto(`${vetrina.url}/sign-in`);
  const login = loginOf(vetrina, 'PRO');
  await keys.writes(page.getByRole('textbox', { name: 'E-mail' }), login.email);
  await keys.writes(page.getByRole('textbox', { name: 'Password' }), login.password);
  await keys.press('Enter');
  await expect(marco.people).toHaveCount(2);
  const chat = new ChatBox(() => anna.tab);
  await chat.opens();
  await chat.says('Good evening!');

  // The first stop of every screen skips the navigation.
  await keys.goesTo(page.getByRole('link', { name: 'Skip to content' }));
  await keys.press('Enter');
  await keys.goesTo(marco.search);
  await keys.types('bruno');
  await expect(marco.people).toHaveCount(1);
  await keys.press('Escape');
  await expect(marco.people).toHaveCount(2);
  await keys.goesTo(marco.filter('All'));
  await keys.press('ArrowRight');
  await expect(marco.filter('Active')).toHaveAttribute('aria-selected', 'true');
  await keys.press('ArrowLeft');
  await keys.activates(button('Choose columns'));
  const columns = page.getByRole('dialog', { name: 'Columns' });
  await keys.goesTo(columns.getByRole('checkbox', { name: 'Language' }));
  await keys.press('Space');
  await expect(page.getByRole('columnheader', { name: 'Language' })).toBeVisible();
  await keys.press('Escape');
  expect(await keys.isOn(button('Choose columns'))).toBe(true);
  await keys.activates(button('What the icons mean'));
  await keys.press('Escape');
  expect(await keys.isOn(button('What the icons mean'))).toBe(true);
  await keys.goesTo(page.getByRole('columnheader', { name: 'Country' }).getByRole('button'));
  await keys.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Country' })).toHaveAttribute('aria-sort', /ascending/);

  await keys.goesTo(marco.people.nth(0));
  while (!(await keys.isOn(marco.row('Bruno')))) await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect(marco.details).toContainText('Bruno');
  await keys.activates(button('Open conversation'));
  await keys.goesTo(page.getByRole('textbox', { name: 'Message' }));
  await keys.types('Can we help you?');
  await keys.press('Enter');
  await expect(marco.details.getByRole('log').getByText('Can we help you?')).toBeVisible();
  await keys.activates(button('Close the composer'), 'Enter', 'Shift+Tab');
  await keys.press('Escape');
  await expect(marco.details).toHaveCount(0);
  expect(await keys.isOn(marco.row('Bruno'))).toBe(true);

  const inbox = new Inbox(page);
  await keys.activates(page.getByRole('link', { name: /^Conversations/ }), 'Enter', 'Shift+Tab');
  await expect(inbox.row('Good evening!')).toBeVisible();
  await keys.activates(inbox.row('Good evening!').getByRole('link'));
  await inbox.reads('Good evening!');
  await keys.activates(inbox.conversation.getByRole('button', { name: 'Join' }));
  await keys.goesTo(inbox.composer);
  await keys.types('Good evening, Anna!');
  await keys.press('Enter');
  await inbox.reads('Good evening, Anna!');
  await keys.goesTo(inbox.conversation.getByRole('tab', { name: 'Reply' }), 'Shift+Tab');
  await keys.press('ArrowRight');
  await keys.goesTo(inbox.composer);
  await keys.types('She is nice.');
  await keys.press('Enter');
  await inbox.reads('She is nice.');

  const more = inbox.conversation.getByRole('button', { name: 'More actions' });
  const picks = async (name: string) => {
    await keys.goesTo(more, 'Shift+Tab');
    await keys.press('Enter');
    const item = page.getByRole('menuitem', { name: `${name}…`, exact: true });
    await expect(item).toBeVisible();
    while (!(await keys.isOn(item))) await keys.press('ArrowDown');
    await keys.press('Enter');
    await expect(page.getByRole('dialog', { name })).toBeVisible();
  };
  await picks('Tags');
  await keys.press('Escape');
  expect(await keys.isOn(more), 'the focus comes back from a dialog that a menu opened').toBe(true);
  await picks('Transfer');
  await keys.activates(page.getByRole('dialog').getByRole('button', { name: /Bruno Conti/ }));
  await expect(inbox.log).toContainText('transferred the conversation to Bruno Conti');
  await keys.activates(inbox.conversation.getByRole('button', { name: 'Assign…' }));
  await keys.press('Escape');
  await keys.activates(inbox.conversation.getByRole('button', { name: 'Resolve' }));
  await expect(inbox.log).toContainText('resolved the conversation');

  await keys.goesTo(button(/^Me/), 'Shift+Tab');
  await keys.press('Enter');
  await keys.goesTo(page.getByRole('menuitem', { name: 'Sign out' }));
  await keys.press('Enter');
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
});

test('V12: an automatic message by keyboard alone', async ({ marco, vetrina }) => {
  const { page } = marco;
  const keys = new Keys(() => page);
  const dialog = page.getByRole('dialog');
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  await marco.signsIn(loginOf(vetrina, 'PRO'));

  await page.goto(`${vetrina.url}/automation/messages`);
  await keys.activates(page.getByRole('link', { name: /^Welcome 30 seconds/ }));
  await keys.writes(page.getByRole('textbox', { name: 'Name', exact: true }), 'Hello');
  await keys.activates(button('Add a page condition'));
  await keys.activates(button('Save'));
  await keys.writes(page.getByRole('textbox', { name: 'Condition 1: value' }), '/cart');
  await keys.activates(button('Save'));
  await expect(page.getByRole('navigation', { name: 'About this message' })).toBeVisible();
  await keys.activates(button('Dry run'));
  await expect(dialog.getByRole('status').filter({ hasText: /would have got it/ })).toBeVisible();
  await keys.press('Escape');
  expect(await keys.isOn(button('Dry run'))).toBe(true);
  await keys.goesTo(page.getByRole('switch', { name: 'Off', exact: true }), 'Shift+Tab');
  await keys.press('Space');
  await keys.activates(dialog.getByRole('button', { name: /[Ss]witch on$/ }));
  await expect(page.getByRole('switch', { name: 'On', exact: true })).toBeChecked();
});

test('V12: a chatbot by keyboard alone', async ({ marco, vetrina }) => {
  const { page } = marco;
  const keys = new Keys(() => page);
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await page.goto(`${vetrina.url}/automation/chatbots`);
  await keys.activates(button(/^Order status/));
  const block = page.locator('.react-flow__node').first();
  await expect(block).toBeVisible();
  await keys.goesTo(block);
  await keys.press('Enter');
  const side = page.getByRole('complementary', { name: 'Beside the canvas' });
  await expect(side.getByRole('combobox').first()).toBeVisible();
  const count = await page.locator('.react-flow__node').count();
  await keys.activates(
    page.getByRole('navigation', { name: 'Blocks' }).getByRole('button').first(),
    'Enter',
    'Shift+Tab',
  );
  await expect(page.locator('.react-flow__node')).toHaveCount(count + 1);
  await keys.writes(side.getByRole('textbox').first(), 'One moment');
  const leads = side.getByRole('combobox').last();
  await keys.goesTo(leads);
  await keys.press('ArrowDown');
  await expect(leads).not.toHaveValue('');
  await keys.activates(button('Undo'), 'Enter', 'Shift+Tab');
  await keys.goesTo(side.getByRole('tab', { name: 'Block', exact: true }));
  await keys.press('ArrowRight');
  await expect(side.getByRole('tab', { name: 'Preview' })).toHaveAttribute('aria-selected', 'true');
  await keys.press('ArrowRight');
  await expect(side.getByRole('tab', { name: 'Problems' })).toHaveAttribute('aria-selected', 'true');
});

test('V12: settings by keyboard alone', async ({ marco, vetrina }) => {
  const { page } = marco;
  const keys = new Keys(() => page);
  const dialog = page.getByRole('dialog');
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await page.goto(`${vetrina.url}/settings/account`);
  await keys.writes(page.getByRole('textbox', { name: 'Business name' }), 'Bottega Lume');
  await keys.activates(button('Save').first());
  await expect(page.getByText('Saved').first()).toBeVisible();
  await keys.activates(
    page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: /^Team/ }),
    'Enter',
    'Shift+Tab',
  );
  await keys.activates(button('Invite a colleague'));
  await keys.writes(dialog.getByRole('textbox', { name: 'E-mail' }), 'carla@shop.example');
  await keys.press('Enter');
  await expect(dialog.getByText(/\/invitation\//)).toBeVisible();
  await keys.press('Escape');
  expect(await keys.isOn(button('Invite a colleague'))).toBe(true);
});

test('V12: the chat box by keyboard alone', async ({ anna, marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await anna.opens();
  await anna.pageSays('name', 'Anna');
  await anna.pageSays('language', 'en');
  const chat = new ChatBox(() => anna.tab);
  const keys = new Keys(() => anna.tab, true);
  const within = (name: string | RegExp) => anna.tab.getByRole('dialog').getByRole('button', { name });
  await expect(chat.launcher.or(anna.tab.getByRole('button', { name: 'Apri la chat' }))).toBeVisible();
  await keys.activates(chat.launcher);
  await expect(chat.panel).toBeVisible();
  await keys.goesTo(chat.composer);
  await keys.types('Good evening!');
  await keys.press('Enter');
  await chat.reads('Good evening!');
  await keys.activates(within('Emoji'));
  await keys.press('ArrowRight');
  await keys.press('Enter');
  await keys.goesTo(within('Attach a file'));
  const chooser = anna.tab.waitForEvent('filechooser');
  await keys.press('Enter');
  await (await chooser).setFiles({ name: 'order.txt', mimeType: 'text/plain', buffer: Buffer.from('Order 7') });
  await expect(chat.panel.getByText('order.txt')).toBeVisible();
  await keys.goesTo(chat.composer, 'Shift+Tab');
  await keys.press('Enter');

  const inbox = new Inbox(marco.page);
  await inbox.opens();
  await inbox.opensConversation('Anna');
  await inbox.does('Resolve');
  await keys.activates(within('Good'), 'Enter', 'Shift+Tab');
  await expect(within('Good')).toHaveAttribute('aria-pressed', 'true');
  await keys.press('Escape');
  await expect(chat.panel).toBeHidden();
  expect(await keys.isOn(chat.launcher)).toBe(true);
});
