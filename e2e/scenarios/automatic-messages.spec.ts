import { expect } from '@playwright/test';
import { AutomaticMessages } from '../actors/automatic-messages.ts';
import { test as base, loginOf } from '../actors/scene.ts';

/** Marco, signed in to the PRO account, at its automatic messages. */
const test = base.extend<{ readonly messages: AutomaticMessages }>({
  messages: async ({ marco, vetrina }, use) => {
    await marco.signsIn(loginOf(vetrina, 'PRO'));
    const messages = new AutomaticMessages(marco.page);
    await messages.opens();
    await use(messages);
  },
});

test('A1, A5: an owner makes a rule of a preset, sees who is meant, tries it and switches it on', async ({
  messages,
  anna,
  marco,
}) => {
  await anna.opens();
  await anna.pageSays('name', 'Anna');
  await messages.beginsWith(/^Welcome 30 seconds/);
  await expect(messages.sentence).toHaveText(
    'When a first-time visitor has been on your site for 30 seconds, while your team is online',
  );
  await expect(messages.matches.getByRole('link', { name: 'Anna' })).toBeVisible();

  await messages.waits(1);
  await messages.textbox('Text').fill('Hello {name|there}, shall we help?');
  await expect(messages.preview).toContainText('Hello Anna, shall we help?');
  expect(await messages.dryRuns()).toMatch(/would have got it in the last 7 days/);

  await messages.saves();
  await messages.switchesOn();
  await messages.opens();
  await expect(marco.page.getByRole('switch', { name: 'Welcome is on' })).toBeChecked();
});

test('A4: why it did not write to somebody is read at the rule, and at the visitor', async ({
  messages,
  anna,
  marco,
}) => {
  await anna.opens();
  await anna.pageSays('name', 'Anna');
  await messages.beginsWith(/^News/);
  await messages.textbox('Name').fill('At the cart');
  await messages.onlyOnPagesWith('/cart');
  await messages.saves();
  await messages.switchesOn();

  await messages.looksAtPeople();
  const person = messages.person('Anna');
  await expect(person).toContainText('Not met: Page address contains “/cart”');
  await person.getByText('Anna').click();
  await expect(person.getByText(/^Found: http/)).toBeVisible();
  await person.getByRole('link', { name: 'Open visitor' }).click();

  await expect(marco.details).toBeVisible();
  await marco.details.getByText('Automatic messages: why, why not').click();
  await expect(marco.details.getByRole('listitem').filter({ hasText: 'At the cart' }).first()).toContainText(
    'Not met: Page address contains “/cart”',
  );
});

test('A1.9: of two who edit a message at once, the second is asked instead of undoing the first', async ({
  messages: here,
  marco,
}) => {
  await here.beginsWith(/^News/);
  await here.saves();
  const there = new AutomaticMessages(await marco.opensAnotherTab(new URL(marco.page.url()).pathname));
  await expect(there.textbox('Name')).toHaveValue('News');

  await here.textbox('Name').fill('Autumn');
  await here.savesAgain();
  await there.textbox('Name').fill('Winter');
  await there.page.getByRole('button', { name: 'Save' }).click();
  await expect(there.page.getByText(/^Somebody else has changed this automatic message/)).toBeVisible();
  await there.page.getByRole('button', { name: 'Show theirs' }).click();
  await expect(there.textbox('Name')).toHaveValue('Autumn');

  await there.textbox('Name').fill('Winter');
  await there.savesAgain();
  await here.textbox('Name').fill('Spring');
  await here.page.getByRole('button', { name: 'Save' }).click();
  await here.page.getByRole('button', { name: 'Keep mine' }).click();
  await expect(here.saved).toBeVisible();
  await there.page.reload();
  await expect(there.textbox('Name')).toHaveValue('Spring');
});

test('A1: what was written is not left behind by accident', async ({ messages, marco }) => {
  await messages.beginsWith(/^News/);
  await messages.textbox('Name').fill('Autumn');
  await marco.page.getByRole('link', { name: 'Visitors' }).click();
  await expect(messages.dialog).toContainText('Leave without saving?');
  await messages.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(messages.textbox('Name')).toHaveValue('Autumn');
});

test('P: on FREE everything can be looked at, and switching on names the plan that has it', async ({
  marco,
  vetrina,
}) => {
  await marco.signsIn(loginOf(vetrina, 'FREE'));
  const messages = new AutomaticMessages(marco.page);
  await messages.opens();
  await messages.beginsWith(/^News/);
  await messages.saves();
  await messages.turnsTheSwitch();
  await messages.dialog.getByRole('button', { name: 'Switch on' }).click();
  await expect(messages.dialog.getByRole('alert').filter({ hasText: 'STANDARD' })).toBeVisible();
});
