import { expect, type Page, test } from '@playwright/test';
import type { PendingMessage } from '@vetrina/protocol/messages/automatic-message';
import { broken, chat, enter, field, log } from './on-stage.ts';
import { type BoxStage, openBoxStage } from './stage.ts';

let stage: BoxStage;
test.beforeAll(async () => {
  stage = await openBoxStage();
});
test.afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

const GREETING = {
  ...{ id: 'GREETINGGREETINGGREET1', at: Date.UTC(2026, 10, 26, 9), from: { name: 'Giulia', photo: null } },
  ...{ texts: ['Ciao!', 'Are you looking for a gift?'], opensBox: false, seen: false },
} as unknown as PendingMessage;

const writes = (page: Page, more: Partial<PendingMessage> = {}) =>
  page.evaluate((message) => window.stage.team.writes(message), { ...GREETING, ...more });
const heardTypes = (page: Page) =>
  page.evaluate(() => window.stage.team.heard.map(({ type }) => type).filter((type) => /^(automatic|say)/.test(type)));

test('A8: an automatic message pops up, is read in the box, and stands before the answer once it is given', async ({
  page,
}) => {
  const complaints = await enter(stage, page, { key: 'greeting' });
  await writes(page);
  const popup = page.getByRole('region', { name: 'Message from Giulia' });
  await expect(popup.getByText('Are you looking for a gift?')).toBeVisible();
  await expect.poll(() => heardTypes(page)).toEqual(['automatic-message-seen']);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await expect(page.locator('#vetrina-chat [aria-live="polite"]')).toHaveText(
    'Message from Giulia: Ciao! Are you looking for a gift?',
  );
  await popup.getByRole('button', { name: 'Reply' }).click();
  await expect(log(page).getByText('Ciao!')).toHaveCount(1);
  await expect(popup).toHaveCount(0);
  await field(page).fill('Yes, for my mother');
  await field(page).press('Enter');
  await expect.poll(() => heardTypes(page)).toEqual(['automatic-message-seen', 'say']);
  await expect(log(page)).toContainText(/Ciao!.*Are you looking for a gift\?.*Yes, for my mother/s);
  await expect(log(page).getByText('Ciao!')).toHaveCount(1);
  expect(complaints).toEqual([]);
});

test('A7: replies are buttons, by keyboard too; a question for an address opens the field for one', async ({
  page,
}) => {
  await enter(stage, page, { key: 'replies' });
  await writes(page, { replies: ['For a gift', 'For myself'] });
  const popup = page.getByRole('region', { name: 'Message from Giulia' });
  await popup.getByRole('button', { name: 'For a gift' }).focus();
  await page.keyboard.press('Enter');
  await expect(log(page).getByText('For a gift', { exact: true })).toHaveCount(1);
  await expect(chat(page).getByRole('group', { name: 'Reply' })).toHaveCount(0);
  await page.evaluate(() =>
    window.stage.team.add(
      { who: 'automation', name: 'Giulia', photo: null },
      { kind: 'text', text: 'Where can we write to you?', asks: 'email' },
    ),
  );
  await expect(field(page)).toHaveAttribute('type', 'email');
  await expect(field(page)).toHaveAttribute('autocomplete', 'email');
  await expect(field(page)).toHaveAttribute('placeholder', 'E-mail');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('anna@example.com');
  await page.keyboard.press('Enter');
  await expect(log(page).getByText('anna@example.com')).toHaveCount(1);
  await expect(field(page)).not.toHaveAttribute('type', 'email');
});

test('A3.5: an automatic message closed on one tab is closed on both, and on the next page', async ({
  page,
  context,
}) => {
  await enter(stage, page, { key: 'closed' });
  const other = await context.newPage();
  await enter(stage, other, { key: 'closed' });
  const tabs = [page, other];
  for (const tab of tabs) await writes(tab);
  const popups = tabs.map((tab) => tab.getByRole('region', { name: 'Message from Giulia' }));
  await expect.poll(async () => (await popups[0]!.count()) + (await popups[1]!.count())).toBe(1);
  const nth = (await popups[0]!.count()) === 1 ? 0 : 1;
  await popups[nth]!.getByRole('button', { name: 'Close' }).click();
  for (const popup of popups) await expect(popup).toHaveCount(0);
  expect(await heardTypes(tabs[nth]!)).toEqual(['automatic-message-seen', 'automatic-message-closed']);
  await page.reload();
  await page.waitForFunction(() => 'stage' in window);
  await writes(page);
  await expect.poll(() => heardTypes(page)).toEqual(['automatic-message-closed']);
  await expect(popups[0]!).toHaveCount(0);
});

test('A1: a message that opens the box takes the focus from nobody who types', async ({ page }) => {
  await enter(stage, page, { key: 'opens' });
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.ariaLabel = 'Coupon';
    document.body.append(input);
    input.focus();
  });
  await page.keyboard.type('SUM');
  await writes(page, { opensBox: true });
  await expect(log(page).getByText('Ciao!')).toBeVisible();
  await expect.poll(() => heardTypes(page)).toEqual(['automatic-message-seen']);
  await page.keyboard.type('MER');
  await expect(page.getByRole('textbox', { name: 'Coupon' })).toHaveValue('SUMMER');
  await field(page).click();
  await page.keyboard.press('Escape');
  await expect(chat(page)).toHaveCount(0);
  expect(await heardTypes(page)).toEqual(['automatic-message-seen']);
});

test('A3.6: a box that a message opened is closed with it, and the next page shows it closed', async ({ page }) => {
  await enter(stage, page, { key: 'opened' });
  await writes(page, { opensBox: true });
  await expect(log(page).getByText('Ciao!')).toBeVisible();
  await page.reload();
  await page.waitForFunction(() => 'stage' in window);
  await expect(chat(page)).toHaveCount(0);
  await writes(page, { opensBox: true, seen: true });
  const popup = page.getByRole('region', { name: 'Message from Giulia' });
  await expect(popup).toBeVisible();
  await writes(page, { id: 'ANOTHERANOTHERANOTHER1' as never, opensBox: true });
  await chat(page).getByRole('button', { name: 'Close chat' }).click();
  await expect(chat(page)).toHaveCount(0);
  await expect.poll(() => heardTypes(page)).toEqual(['automatic-message-seen', 'automatic-message-closed']);
  await expect(popup).toHaveCount(0);
});

test('A3.5: on a phone every reply can be hit, and axe finds nothing broken in popup and box', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await enter(stage, page, { key: 'phone' });
  await writes(page, { opensBox: true, replies: ['Yes', 'No'] });
  const popup = page.getByRole('region', { name: 'Message from Giulia' });
  for (const name of ['Yes', 'No', 'Reply', 'Close'])
    expect((await popup.getByRole('button', { name }).boundingBox())?.height).toBeGreaterThanOrEqual(44);
  expect(await broken(page)).toEqual([]);
  await popup.getByRole('button', { name: 'Reply' }).click();
  const reply = chat(page).getByRole('group', { name: 'Reply' }).getByRole('button', { name: 'Yes' });
  expect((await reply.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  expect(await broken(page)).toEqual([]);
});
