import { createServer } from 'node:http';
import { test as base, expect } from '@playwright/test';
import { loginOf, test } from '../actors/scene.ts';
import { type RunningServer, startServer } from '../actors/server.ts';

const bare = base.extend<{ readonly emptyServer: RunningServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  emptyServer: async ({}, use) => {
    const server = await startServer({ demo: false });
    await use(server);
    await server.stop();
  },
});

bare('T1: from an empty server to the first visitor', async ({ browser, emptyServer: vetrina }) => {
  const owner = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await owner.goto(vetrina.url);
  await owner.getByRole('textbox', { name: /your name/i }).fill('Marco Riva');
  await owner.getByRole('textbox', { name: 'E-mail' }).fill('marco@bottega.example');
  await owner.getByRole('textbox', { name: 'Password' }).fill('a long enough password');
  await owner.getByRole('textbox', { name: /shop|business|company|site name|account/i }).fill('Bottega');
  await owner.getByRole('button', { name: /create|continue|next/i }).click();
  const skip = owner.getByRole('button', { name: 'Decide later' });
  const snippet = owner.getByText('loader.js', { exact: false }).first();
  await expect(skip.or(snippet).first()).toBeVisible();
  if (!(await snippet.isVisible())) await skip.first().click();
  await expect(snippet).toBeVisible();
  const code = await owner.locator('pre, code, textarea').filter({ hasText: 'loader.js' }).first().textContent();
  await expect(owner.getByText(/not seen yet/i)).toBeVisible();

  // The owner pastes the snippet into a page of their own, on another origin.
  const site = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Bottega home</title><h1>Bottega</h1>${code}`);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = site.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`http://127.0.0.1:${port}/`);

  await expect(owner.getByText(/first visitor|it works|connected|installed/i).first()).toBeVisible({ timeout: 10_000 });
  await owner.goto(`${vetrina.url}/visitors`);
  await expect(owner.getByRole('grid', { name: 'Visitors' }).getByText('Bottega home')).toBeVisible();

  await visitor.context().close();
  await owner.context().close();
  site.close();
});

test('T1: a wrong password is refused in words, and signing out ends the screen', async ({ marco, vetrina }) => {
  const login = loginOf(vetrina, 'PRO');
  await marco.page.goto(vetrina.url);
  await marco.page.getByRole('textbox', { name: 'E-mail' }).fill(login.email);
  await marco.page.getByRole('textbox', { name: 'Password' }).fill('not the password');
  await marco.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(marco.page.getByText(/wrong/i)).toBeVisible();

  await marco.signsIn(login);
  await marco.page.getByRole('button', { name: /^Me\b/ }).click();
  await marco.page.getByRole('menuitem', { name: /sign out/i }).click();
  await expect(marco.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
});

test('V11: an empty list says that the snippet was never seen, and leads to it', async ({ marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'STANDARD'));
  await expect(marco.page.getByText(/snippet/i).first()).toBeVisible();
});

test('T2: Italian is complete from the first screen on', async ({ browser, anna, vetrina }) => {
  const page = await (await browser.newContext({ locale: 'it-IT' })).newPage();
  const login = loginOf(vetrina, 'PRO');
  await anna.opens();
  await page.goto(vetrina.url);
  await page.locator('input[type=email]').fill(login.email);
  await page.locator('input[type=password]').fill(login.password);
  await page.getByRole('button', { name: /^Accedi/ }).click();
  await expect(page.getByRole('grid', { name: 'Visitatori' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'it');
  await page.context().close();
});
