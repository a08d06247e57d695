import { expect } from '@playwright/test';
import { loginOf, test } from '../actors/scene.ts';

test('V1: a visitor who opens the shop stands in the list, without anything being reloaded', async ({
  anna,
  marco,
  vetrina,
}) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await marco.sees('All', 0);

  await anna.opens();
  await expect(marco.people).toHaveCount(1);
  await marco.sees('All', 1);
  await marco.sees('Active', 1);
  await expect(marco.row(await anna.tab.title())).toBeVisible();
});

test('V1: a navigation moves the row and never makes it flicker', async ({ anna, marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await anna.opens();
  await expect(marco.people).toHaveCount(1);
  // From here on the page itself watches for any moment without exactly one row that is not "left".
  await marco.page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const rows = [...document.querySelectorAll('[role=row]')].filter((row) => row.querySelector('[role=gridcell]'));
      if (rows.length !== 1) seen.push(`${rows.length} rows`);
    }).observe(document.body, { childList: true, subtree: true });
  });

  for (const path of ['cart.html', '', 'contact.html', '']) {
    await anna.opens(path);
    await expect(marco.row(await anna.tab.title())).toBeVisible();
  }

  expect(await marco.page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
  await marco.sees('All', 1);
});

test('V1: single-page navigations and late titles are page views of the same row', async ({ anna, marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await anna.opens();
  await anna.navigatesWithoutLoading('/demo/lamps/42', 'A lamp, loading');
  await expect(marco.row('A lamp, loading')).toBeVisible();
  await anna.retitles('Lamp no. 42');
  await expect(marco.row('Lamp no. 42')).toBeVisible();
  await expect(marco.people).toHaveCount(1);
});

test('V1: one person with five tabs is one row, showing the tab used last', async ({ anna, marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await anna.opens();
  const first = anna.tab;
  for (const path of ['cart.html', 'contact.html', '', '']) await anna.opensAnotherTab(path);
  await anna.retitles('The fifth tab');

  await expect(marco.row('The fifth tab')).toBeVisible();
  await expect(marco.people).toHaveCount(1);

  await anna.tab.close();
  await marco.sees('All', 1);
  await first.bringToFront();
  await expect(marco.people).toHaveCount(1);
});

test('V1: leaving shows as left after the grace, leaves the counts, and the row goes', async ({
  anna,
  bruno,
  marco,
  vetrina,
}) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await anna.opens();
  await bruno.opens('cart.html');
  await expect(marco.people).toHaveCount(2);

  await anna.leaves();
  await marco.sees('All', 2);
  await expect(marco.row(/Left/)).toHaveCount(1, { timeout: 7_000 });
  await marco.sees('All', 1);
  await expect(marco.people).toHaveCount(1, { timeout: 28_000 });
});

test('V1: coming back within 30 s is the same visit', async ({ anna, marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await anna.opens();
  await anna.opens('cart.html');
  await expect(marco.people).toHaveCount(1);
  await anna.leaves();
  await expect(marco.row(/Left/)).toHaveCount(1, { timeout: 7_000 });

  await anna.opens('contact.html');

  await marco.sees('All', 1);
  await marco.opensDetailsOf(await anna.tab.title());
  await expect(marco.details.getByRole('listitem').filter({ hasText: /cart/i }).first()).toBeVisible();
});

test('V1: losing the network and coming back leaves one row and one visit', async ({ anna, marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await anna.opens();
  await expect(marco.people).toHaveCount(1);
  await anna.goesOffline(true);
  await anna.goesOffline(false);
  await anna.retitles('Back again');
  await expect(marco.row('Back again')).toBeVisible({ timeout: 10_000 });
  await expect(marco.people).toHaveCount(1);
});

test('V1: the server is killed and restarted; the list is exact again and the visit goes on', async ({
  anna,
  bruno,
  marco,
  vetrina,
}) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await anna.opens();
  await anna.opens('cart.html');
  await bruno.opens();
  await marco.sees('All', 2);

  await vetrina.crashAndRestart();

  await marco.sees('All', 2);
  await expect(marco.people).toHaveCount(2, { timeout: 15_000 });
  await anna.opens('contact.html');
  await marco.opensDetailsOf(await anna.tab.title());
  await expect(marco.details.getByRole('listitem').filter({ hasText: /cart/i }).first()).toBeVisible();
});
