import { expect } from '@playwright/test';
import { loginOf, test } from '../actors/scene.ts';

test('I1: a customer who says their name becomes findable by it', async ({ anna, bruno, marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await anna.opens();
  await bruno.opens();
  await expect(marco.people).toHaveCount(2);
  await marco.sees('Customers', 0);

  await anna.pageSays('name', 'Anna Böhm');
  await anna.pageSays('email', 'anna@example.com');
  await anna.pageSays('variables', { plan: 'gold', cart: { label: 'Cart', value: 214 } });

  await expect(marco.row('Anna Böhm')).toBeVisible();
  await marco.sees('Customers', 1);
  for (const words of ['bohm', 'ANNA example.com', 'is:customer', 'plan:gold', 'cart:214', 'name:böhm']) {
    // From an empty list: the rows of the search before would look the same.
    await marco.searchesFor('nobody has this');
    await expect(marco.people, words).toHaveCount(0);
    await marco.searchesFor(words);
    await expect(marco.row('Anna Böhm'), words).toBeVisible();
    await expect(marco.people, words).toHaveCount(1);
  }
  await marco.searchesFor('-anna');
  await expect(marco.row('Anna Böhm')).toHaveCount(0);
  await expect(marco.people).toHaveCount(1);
  await marco.searchesFor('nobody has this');
  await expect(marco.people).toHaveCount(0);
  await expect(marco.page.getByText(/hide.* 2 /)).toBeVisible();
});

test('V4: every filter shows its people and its exact count', async ({ anna, bruno, carla, marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await anna.opens();
  await anna.pageSays('name', 'Anna');
  await bruno.opens();
  await carla.opens();
  await marco.sees('All', 3);
  await marco.sees('Active', 3);
  await marco.sees('Customers', 1);
  await marco.sees('In chat', 0);
  await marco.sees('Auto-messaged', 0);
  await marco.sees('Blocked', 0);

  await marco.filter('Customers').click();
  await marco.looksAway();
  await expect(marco.people).toHaveCount(1);
  await expect(marco.list).toHaveAttribute('aria-rowcount', '2');
  await marco.filter('In chat').click();
  await expect(marco.people).toHaveCount(0);
  await marco.filter('Active').click();
  await marco.looksAway();
  await expect(marco.people).toHaveCount(3);
});

test('V2: any column sorts, both ways', async ({ anna, bruno, carla, marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  for (const [visitor, name] of [
    [anna, 'Ada'],
    [bruno, 'Bea'],
    [carla, 'Cleo'],
  ] as const) {
    await visitor.opens();
    await visitor.pageSays('name', name);
  }
  await expect(marco.people).toHaveCount(3);
  const names = async () => (await marco.people.allInnerTexts()).map((text) => /Ada|Bea|Cleo/.exec(text)?.[0]);
  const header = marco.list.getByRole('columnheader', { name: /Visitor/ });

  await header.getByRole('button').first().click();
  await marco.looksAway();
  await expect.poll(names).toEqual(['Ada', 'Bea', 'Cleo']);
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await header.getByRole('button').first().click();
  await marco.looksAway();
  await expect.poll(names).toEqual(['Cleo', 'Bea', 'Ada']);
});

test('V5: a link to a filtered view opens that view for a colleague', async ({
  anna,
  bruno,
  marco,
  giulia,
  vetrina,
}) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await anna.opens();
  await anna.pageSays('name', 'Anna');
  await bruno.opens();
  await marco.filter('Customers').click();
  await marco.searchesFor('anna');
  await marco.looksAway();
  await expect(marco.people).toHaveCount(1);

  await expect(marco.page).toHaveURL(/q=anna/);
  const address = new URL(marco.page.url());
  await giulia.signsIn(loginOf(vetrina, 'PRO', 1), address.pathname + address.search);

  await expect(giulia.search).toHaveValue('anna');
  await expect(giulia.filter('Customers')).toHaveAttribute('aria-selected', 'true');
  await expect(giulia.people).toHaveCount(1);
});

test('V10: rows do not jump under the pointer; a pill applies what waits', async ({ anna, bruno, marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await anna.opens();
  await expect(marco.people).toHaveCount(1);
  await marco.people.first().hover();

  await bruno.opens();
  await marco.sees('All', 2);
  const pill = marco.page.getByRole('button', { name: /^1 change/ });
  await expect(pill).toBeVisible();
  await expect(marco.people).toHaveCount(1);
  await pill.click();
  await expect(marco.people).toHaveCount(2);
});

test('V12: the whole tab works by keyboard alone', async ({ anna, bruno, marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await anna.opens();
  await anna.pageSays('name', 'Anna');
  await bruno.opens();
  await expect(marco.people).toHaveCount(2);
  const { keyboard } = marco.page;

  await marco.page.locator('body').press('/');
  await expect(marco.search).toBeFocused();
  await keyboard.type('anna');
  await expect(marco.people).toHaveCount(1);
  await keyboard.press('Escape');
  await marco.people.first().focus();
  await keyboard.press('Enter');
  await expect(marco.details).toBeVisible();
  await keyboard.press('Escape');
  await expect(marco.details).toBeHidden();
});
