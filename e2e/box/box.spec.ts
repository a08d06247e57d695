import { expect, type Page, test } from '@playwright/test';
import { CONVERSATION } from '../../apps/widget/src/box/dev/team-on-stage.ts';
import { broken, chat, enter, field, log, openChat } from './on-stage.ts';
import { type BoxStage, openBoxStage } from './stage.ts';

let stage: BoxStage;
test.beforeAll(async () => {
  stage = await openBoxStage();
});
test.afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

test('C1: under a strict policy a visitor opens the chat, writes and is answered', async ({ page }) => {
  const complaints = await enter(stage, page);
  await openChat(page);
  await expect(field(page)).toBeFocused();
  await field(page).fill('Do you ship to Italy?\n<img src=x onerror=alert(1)> https://example.com/a.');
  await field(page).press('Enter');
  await expect(log(page)).toContainText('<img src=x onerror=alert(1)>');
  await expect(log(page).getByRole('link', { name: 'https://example.com/a' })).toHaveAttribute(
    'rel',
    'noopener noreferrer nofollow',
  );
  await page.evaluate(() => window.stage.team.says('Yes, in two days.'));
  await expect(log(page)).toContainText('Yes, in two days.');
  await expect
    .poll(() => page.evaluate(() => window.stage.team.heard.at(-1)))
    .toEqual({ type: 'read', conversation: CONVERSATION, seq: 2 });
  const events = await page.evaluate(() => window.stage.events.map(([event]) => event));
  expect(events).toEqual(['message_sent', 'message_received']);
  expect(complaints).toEqual([]);
});

test('C1: Escape closes the chat and gives the focus back', async ({ page }) => {
  await enter(stage, page);
  await openChat(page);
  await page.keyboard.press('Escape');
  await expect(chat(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Open chat' })).toBeFocused();
});

test('C3: what was written without a line is kept over the next page and then sent in order', async ({ page }) => {
  await enter(stage, page, { key: 'kept' });
  await openChat(page);
  await page.evaluate(() => window.stage.goes('waiting'));
  for (const text of ['one', 'two', 'three']) {
    await field(page).fill(text);
    await field(page).press('Enter');
  }
  await expect(log(page).getByText('Sending…')).toHaveCount(3);
  await page.reload();
  await expect
    .poll(() => page.evaluate(() => window.stage.team.entries.map(({ body }) => body.kind === 'text' && body.text)))
    .toEqual(['one', 'two', 'three']);
  await expect(log(page).getByText('Sending…')).toHaveCount(0);
});

test('I1: pages hear that a message was sent where it was written, though another tab sends it', async ({
  page,
  context,
}) => {
  await enter(stage, page, { key: 'sender' });
  const other = await context.newPage();
  await enter(stage, other, { key: 'sender' });
  await other.evaluate(() => window.stage.goes('waiting'));
  await openChat(other);
  await field(other).fill('Hello?');
  await field(other).press('Enter');
  const events = (tab: Page) => tab.evaluate(() => window.stage.events.map(([event]) => event));
  await expect.poll(() => page.evaluate(() => window.stage.team.entries.length)).toBe(1);
  await expect.poll(() => events(other)).toEqual(['message_sent']);
  await expect(log(other).getByText('Sending…')).toHaveCount(0);
  // Longer than the tab that sent waits for the one that wrote.
  await page.waitForTimeout(1_500);
  expect([await events(page), await events(other)]).toEqual([[], ['message_sent']]);
});

test('I2: after a logout the box is empty, what waited is not said, and what is written next is', async ({ page }) => {
  await enter(stage, page, { key: 'logout' });
  await openChat(page);
  await page.evaluate(() => window.stage.goes('waiting'));
  await field(page).fill('of the old person');
  await field(page).press('Enter');
  await expect(log(page).getByText('Sending…')).toHaveCount(1);
  await field(page).fill('half a sen');
  await page.evaluate(() => window.stage.logout());
  await expect(chat(page)).toHaveCount(0);
  await openChat(page);
  await expect(chat(page).getByText('of the old person')).toHaveCount(0);
  await expect(field(page)).toHaveValue('');
  await field(page).fill('of the new person');
  await field(page).press('Enter');
  await page.evaluate(() => window.stage.goes('open'));
  await expect
    .poll(() => page.evaluate(() => window.stage.team.entries.map(({ body }) => body.kind === 'text' && body.text)))
    .toEqual(['of the new person']);
  // The stage's next page is the old person's again: nothing is left of either.
  await page.reload();
  await openChat(page);
  await expect(field(page)).toHaveValue('');
  expect(await page.evaluate(() => window.stage.team.entries)).toEqual([]);
});

test('V8: what an agent writes pops up, once in two tabs, and is closed on both', async ({ page, context }) => {
  await enter(stage, page, { key: 'tabs' });
  const other = await context.newPage();
  await enter(stage, other, { key: 'tabs' });
  const popups = [page, other].map((tab) => tab.getByRole('region', { name: 'Message from Anna Rossi' }));
  for (const tab of [page, other]) await tab.evaluate(() => window.stage.team.says('Can I help you?'));
  await expect.poll(async () => (await popups[0]!.count()) + (await popups[1]!.count())).toBe(1);
  const shown = (await popups[0]!.count()) === 1 ? popups[0]! : popups[1]!;
  await shown.getByRole('button', { name: 'Close' }).click();
  for (const popup of popups) await expect(popup).toHaveCount(0);
});

test('C5: whoever writes in the form goes on writing in the chat when somebody comes online', async ({ page }) => {
  await enter(stage, page, { key: 'joins', state: 'offline' });
  await openChat(page);
  await field(page).fill('Is the blue ');
  await field(page).press('End');
  // In the very task in which the form goes: a letter that is pressed next has a place to go to.
  const isHeld = await page.evaluate(async () => {
    const box = document.getElementById('vetrina-chat')?.shadowRoot?.lastElementChild?.shadowRoot;
    if (!box) throw new Error('there is no box');
    const gone = new Promise<boolean>((resolve) => {
      new MutationObserver((_, observer) => {
        if (box.querySelector('form.composer') === null) return;
        observer.disconnect();
        resolve(box.activeElement?.closest('form.composer') != null);
      }).observe(box, { childList: true, subtree: true });
    });
    window.stage.team.change({ state: 'online', agents: [], chatting: false });
    return gone;
  });
  expect(isHeld).toBe(true);
  await page.keyboard.type('lamp there?');
  await expect(field(page)).toHaveValue('Is the blue lamp there?');
});

test('C5: offline the form asks for an address, and the message follows it', async ({ page }) => {
  await enter(stage, page, { key: 'offline', state: 'offline' });
  await openChat(page);
  await chat(page).getByRole('button', { name: 'Send' }).click();
  await expect(chat(page).getByRole('textbox', { name: 'E-mail' })).toBeFocused();
  await chat(page).getByRole('textbox', { name: 'E-mail' }).fill('anna@example.com');
  await field(page).fill('Please call me');
  await chat(page).getByRole('button', { name: 'Send' }).click();
  await expect(chat(page).getByText('We have received your message')).toBeVisible();
  const heard = () => page.evaluate(() => window.stage.team.heard.map(({ type }) => type));
  await expect
    .poll(async () => (await heard()).filter((type) => type === 'contact' || type === 'say'))
    .toEqual(['contact', 'say']);
});

test('C7: hidden by the server the box goes at once, and comes back with the conversation', async ({ page }) => {
  await enter(stage, page, { key: 'hidden' });
  await openChat(page);
  await page.evaluate(() => window.stage.team.change({ state: 'hidden', agents: [], chatting: false }));
  await expect(chat(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Open chat' })).toBeHidden();
  await page.evaluate(() => window.stage.team.change({ state: 'online', agents: [], chatting: false }));
  await expect(chat(page)).toBeVisible();
});

test('C1: no setting hides the box from whom the page shows it to, or whose conversation goes on', async ({ page }) => {
  await page.setViewportSize({ width: 560, height: 800 });
  const box = { hidden: true, hiddenOnPhones: true, hiddenWhenOffline: true };
  await enter(stage, page, { key: 'shown', state: 'offline', box });
  const launcher = page.getByRole('button', { name: 'Open chat' });
  await expect(launcher).toBeHidden();
  await page.evaluate(() => window.stage.command('chat:show'));
  await expect(launcher).toBeVisible();
  await page.evaluate(() => window.stage.command('chat:hide'));
  await expect(launcher).toBeHidden();
  await page.evaluate(() => window.stage.command('chat:open'));
  await expect(chat(page)).toBeVisible();
  await expect(launcher).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(launcher).toBeHidden();
  await page.evaluate(() => window.stage.team.change({ state: 'offline', agents: [], chatting: true }));
  await expect(launcher).toBeVisible();
  await page.evaluate(() => window.stage.team.change({ state: 'offline', agents: [], chatting: false }));
  await expect(launcher).toBeHidden();
  await page.evaluate(() => window.stage.team.says('Hello?'));
  await expect(page.getByRole('region', { name: 'Message from Anna Rossi' })).toBeVisible();
  await expect(launcher).toBeVisible();
  await page.evaluate(() => window.stage.team.add({ who: 'system' }, { kind: 'resolved' }));
  await expect(launcher).toBeHidden();
});

test('C1: a box hidden on phones is hidden in windows up to 600 px wide', async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 800 });
  await enter(stage, page, { key: 'narrow', box: { hiddenOnPhones: true } });
  const launcher = page.getByRole('button', { name: 'Open chat' });
  await expect(launcher).toBeHidden();
  await page.setViewportSize({ width: 601, height: 800 });
  await expect(launcher).toBeVisible();
});

test('C6: after the conversation is closed it can be rated', async ({ page }) => {
  await enter(stage, page, { key: 'rated', lines: 2 });
  await openChat(page);
  await page.evaluate(() => window.stage.team.add({ who: 'system' }, { kind: 'resolved' }));
  await chat(page).getByRole('button', { name: 'Good' }).click();
  await chat(page).getByRole('textbox', { name: 'Would you like to tell us more?' }).fill('Quick!');
  await chat(page)
    .getByRole('form', { name: 'How was this conversation?' })
    .getByRole('button', { name: 'Send' })
    .click();
  await expect(chat(page).getByText('Thank you for your feedback!')).toBeVisible();
  const rates = () => page.evaluate(() => window.stage.team.heard.filter(({ type }) => type === 'rate'));
  await expect.poll(rates).toMatchObject([
    { value: 5, comment: '' },
    { value: 5, comment: 'Quick!' },
  ]);
});

for (const [name, asked, size] of [
  ['the chat', { lines: 3 }, { width: 1440, height: 900 }],
  [
    'the form on a phone',
    { state: 'offline', box: { privacy: { shown: true, url: '', mustAgree: true } } },
    { width: 390, height: 844 },
  ],
  ['a pale colour', { lines: 3, options: { color: '#fff3a0' } }, { width: 1440, height: 900 }],
] as const) {
  test(`C1: axe finds nothing broken in ${name}`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await enter(stage, page, { key: 'axe', ...asked });
    await openChat(page);
    await page.evaluate(() => window.stage.team.types({ id: 'ag' as never, name: 'Anna', photo: null }));
    expect(await broken(page)).toEqual([]);
  });
}

test('C1: right to left the box turns round', async ({ page }) => {
  await enter(stage, page, { options: { language: 'ar' } });
  await page.getByRole('button', { name: 'فتح الدردشة' }).click();
  const dialog = page.getByRole('dialog', { name: 'الدردشة' });
  await expect(dialog).toBeVisible();
  expect(await dialog.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
});
