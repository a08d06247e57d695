import { expect } from '@playwright/test';
import { loginOf, test } from '../actors/scene.ts';

test('V7: the trail of pages is live while the details are open', async ({ anna, marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await anna.opens();
  await anna.pageSays('name', 'Anna');
  await marco.opensDetailsOf('Anna');

  await anna.opens('cart.html');
  await expect(marco.details.getByText(await anna.tab.title(), { exact: false }).first()).toBeVisible();
  await anna.opens('contact.html');
  await expect(marco.details.getByText(await anna.tab.title(), { exact: false }).first()).toBeVisible();
});

test('V7: a note is kept and shared with colleagues', async ({ anna, marco, giulia, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await anna.opens();
  await anna.pageSays('name', 'Anna');
  await marco.opensDetailsOf('Anna');
  await marco.details.getByRole('textbox', { name: /note/i }).fill('Waits for the blue lamp');
  await marco.details.getByRole('textbox', { name: /note/i }).blur();
  await expect(marco.details.getByText(/saved/i)).toBeVisible();

  await giulia.signsIn(loginOf(vetrina, 'PRO', 1));
  await giulia.opensDetailsOf('Anna');
  await expect(giulia.details.getByRole('textbox', { name: /note/i })).toHaveValue('Waits for the blue lamp');
});

test('C7: a blocked visitor stands under Blocked, and comes out again', async ({ anna, marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await anna.opens();
  await anna.pageSays('name', 'Anna');
  await marco.opensDetailsOf('Anna');

  await marco.details.getByRole('button', { name: 'Block', exact: true }).click();
  await marco.sees('Blocked', 1);
  await marco.details.getByRole('button', { name: 'Unblock', exact: true }).click();
  await marco.sees('Blocked', 0);
});

test('P: on FREE, blocking says which plan has it', async ({ browser, marco, vetrina }) => {
  const { Visitor } = await import('../actors/visitor.ts');
  const dora = await Visitor.from(browser, `${vetrina.url}/demo/?account=free`);
  await marco.signsIn(loginOf(vetrina, 'FREE'));
  await dora.opens();
  await dora.pageSays('name', 'Dora');
  await marco.opensDetailsOf('Dora');
  await marco.details
    .getByRole('button', { name: /^Block/ })
    .first()
    .click();
  await expect(marco.page.getByText(/STANDARD/).first()).toBeVisible();
  await marco.sees('Blocked', 0);
  await dora.ends();
});

test('V6: the legend explains every icon', async ({ marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await marco.page.getByRole('button', { name: 'What the icons mean' }).click();
  const legend = marco.page.getByRole('dialog');
  for (const meaning of [
    'New chat',
    'Chatting',
    'Typing',
    'Active',
    'Inactive',
    'Left',
    'Blocked',
    'Customer',
    'Auto-messaged',
    'Phone',
    'Tablet',
  ]) {
    await expect(legend.getByText(meaning, { exact: false }).first()).toBeVisible();
  }
});
