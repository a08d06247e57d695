import { expect } from '@playwright/test';
import { test as base, loginOf } from '../actors/scene.ts';
import { startServer } from '../actors/server.ts';
import { StatisticsScreen } from '../actors/statistics.ts';

/** A demo with eight weeks behind it. */
const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  vetrina: async ({}, use) => {
    const server = await startServer({ demo: true, env: { DEMO_PAST: '1' } });
    await use(server);
    await server.stop();
  },
});

test('ST: weeks of a shop are read at a glance, by keyboard and as tables; what is now is live', async ({
  anna,
  marco,
  vetrina,
}) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const screen = new StatisticsScreen(marco.page);
  await screen.opens();

  await test.step('now', async () => {
    await expect(screen.figure('Active')).toContainText('0');
    await anna.opens();
    await expect(screen.figure('Active')).toContainText('1');
    await expect(screen.figure('Agents online')).toContainText('1');
  });

  await test.step('over time', async () => {
    await expect(screen.figure('Page views')).toContainText(/[1-9],\d{3}/);
    await expect(screen.figure('Page views')).toContainText(/more|less/);
    await expect(screen.figure('First response')).toContainText(/sec|min/);
  });

  await test.step('by keyboard', async () => {
    const points = screen.points('Visitors over time');
    await points.focus();
    await marco.page.keyboard.press('Home');
    await expect(points).toHaveAttribute('aria-valuenow', '0');
    await marco.page.keyboard.press('ArrowRight');
    await expect(points).toHaveAttribute('aria-valuetext', /: Visitors \d+, Days before \d+$/);
  });

  await test.step('as a table that can be taken along', async () => {
    const table = await screen.showsAsTable('Visitors over time');
    await expect(table.getByRole('row')).toHaveCount(29);
    const download = marco.page.waitForEvent('download');
    await screen.chart('Visitors over time').getByRole('button', { name: 'Download as CSV' }).click();
    expect((await download).suggestedFilename()).toBe('Visitors over time.csv');
  });

  await test.step('other days stay in the address', async () => {
    await screen.chooses('7 days');
    await expect(marco.page).toHaveURL(/\?period=7-days$/);
    await expect(screen.chart('Visitors over time').getByRole('row')).toHaveCount(8);
    await marco.page.reload();
    await expect(marco.page.getByRole('button', { name: '7 days' })).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('a comment leads to its conversation, long read by everybody', async () => {
    await screen.chooses('28 days');
    await screen.chart('Ratings').getByRole('link').first().click();
    await expect(marco.page).toHaveURL(/\/conversations\/co/);
    await expect(marco.page.getByRole('link', { name: /unread/ })).toHaveCount(0);
  });
});

test('P: STANDARD has no lines for agents, FREE sees what now is and what it could see', async ({
  marco,
  giulia,
  vetrina,
}) => {
  await marco.signsIn(loginOf(vetrina, 'STANDARD'));
  const standard = new StatisticsScreen(marco.page);
  await standard.opens();
  await expect(standard.chart('Agents')).toContainText('Part of PRO');
  await expect(marco.page.getByRole('button', { name: /CSV/ })).toHaveCount(0);

  await giulia.signsIn(loginOf(vetrina, 'FREE'));
  const free = new StatisticsScreen(giulia.page);
  await free.opens();
  await expect(giulia.page.getByText('Part of STANDARD')).toBeVisible();
  await expect(free.figure('Agents online')).toContainText('1');
  await expect(free.points('Visitors over time')).toHaveCount(0);
});
