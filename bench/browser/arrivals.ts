import type { Browser, Page } from '@playwright/test';
import type { Shop } from './shop.ts';

interface Scene {
  readonly shop: Shop;
  readonly dashboard: string;
  readonly login: { readonly email: string; readonly password: string };
  readonly rounds: number;
}

/** One visitor after the other opens the shop; from that moment until the agent's screen shows them, ms each. */
export async function measureArrivals(browser: Browser, { shop, dashboard, login, rounds }: Scene): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 } });
  const screen = await context.newPage();
  await screen.goto(dashboard);
  await screen.getByRole('textbox', { name: 'E-mail' }).fill(login.email);
  await screen.getByRole('textbox', { name: 'Password' }).fill(login.password);
  await screen.getByRole('button', { name: 'Sign in', exact: true }).click();
  await screen.getByRole('grid', { name: 'Visitors' }).waitFor();
  await screen.mouse.move(5, 5);

  const delays: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    delays.push(await arrival(browser, screen, `${shop.withLoader}?visitor=${round}`, round + 1));
  }
  await context.close();
  return delays;
}

async function arrival(browser: Browser, screen: Page, url: string, people: number): Promise<number> {
  const visitor = await browser.newContext();
  const tab = await visitor.newPage();
  const shown = screen.waitForFunction(
    (count) => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) > count,
    people,
  );
  const opened = performance.now();
  await Promise.all([tab.goto(url), shown]);
  // Everybody stays: somebody who left would be one less in the next count.
  return performance.now() - opened;
}
