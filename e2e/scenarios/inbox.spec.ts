import { expect } from '@playwright/test';
import { ChatBox } from '../actors/chat-box.ts';
import { test } from '../actors/conversation-scene.ts';
import { Inbox } from '../actors/inbox.ts';
import { loginOf } from '../actors/scene.ts';
import { Settings } from '../actors/settings.ts';

/** As the demo's two agents are called. */
const marcosName = 'Anna Rossi';
const giuliasName = 'Bruno Conti';

/** The smallest picture there is. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

test('C2: a folder that is larger than the screen is read page by page', async ({
  anna,
  bruno,
  carla,
  marco,
  vetrina,
}) => {
  const inbox = new Inbox(marco.page);
  await marco.hasASmallInbox(2);
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  for (const [visitor, words] of [
    [anna, 'I was first'],
    [bruno, 'I was second'],
    [carla, 'I was third'],
  ] as const) {
    const chat = new ChatBox(() => visitor.tab);
    await visitor.opens();
    await chat.opens();
    await chat.says(words);
  }
  await inbox.opens();
  await expect(inbox.pages.getByText('1–2 of 3')).toBeVisible();
  await expect(inbox.row('I was first')).toBeVisible();
  await expect(inbox.row('I was third')).toHaveCount(0);

  await inbox.row('I was first').getByRole('link').focus();
  await marco.page.keyboard.press('Tab');
  await expect(inbox.pages.getByRole('button', { name: 'Previous page' })).toBeFocused();
  await marco.page.keyboard.press('Tab');
  await marco.page.keyboard.press('Enter');
  await expect(inbox.pages.getByText('2–3 of 3')).toBeVisible();
  await expect(inbox.pages.getByRole('status')).toHaveText('Conversations from 2 on');
  await expect(inbox.row('I was third')).toBeVisible();
  await expect(inbox.pages.getByRole('button', { name: 'Next page' })).toBeFocused();
  await inbox.pages.getByRole('button', { name: 'Previous page' }).click();
  await expect(inbox.row('I was first')).toBeVisible();
});

test('C2: what is marked unread stays so, in every window of the agent, until it is opened anew', async ({
  marco,
  inbox,
  chat,
}) => {
  await chat.opens();
  await chat.says('Where is my parcel?');
  await inbox.opensConversation('Anna');
  await inbox.reads('Where is my parcel?');
  const there = new Inbox(await marco.opensAnotherTab(new URL(marco.page.url()).pathname));
  await there.reads('Where is my parcel?');
  await expect(there.row('Anna')).not.toContainText('unread');

  await inbox.does('Mark unread');
  await expect(inbox.conversation).toHaveCount(0);
  await expect(there.row('Anna')).toContainText('1 unread message');
  await expect(inbox.folder('All open')).toHaveAccessibleName(/1 with unread messages/);
  await chat.says('It was to come on Monday');
  await there.reads('It was to come on Monday');
  await expect(inbox.row('Anna')).toContainText('2 unread messages');
  await expect(there.row('Anna')).toContainText('2 unread messages');

  await inbox.opensConversation('Anna');
  await expect(inbox.row('Anna')).not.toContainText('unread');
  await expect(there.row('Anna')).not.toContainText('unread');
});

test('V8: who writes to a visitor shows wherever colleagues look, and to the visitor', async ({
  marco,
  giulia,
  vetrina,
  chat,
}) => {
  const [his, hers] = [new Inbox(marco.page), new Inbox(giulia.page)];
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await giulia.signsIn(loginOf(vetrina, 'PRO', 1));
  await chat.opens();
  await chat.says('Is anybody there?');
  await hers.opens();
  await hers.opensConversation('Anna');
  await hers.composer.pressSequentially('One mo');
  const sign = `${giuliasName} is writing to this visitor`;
  await expect(marco.row('Anna').getByRole('img', { name: sign })).toBeVisible();
  await his.opens();
  await expect(his.row('Anna').getByRole('img', { name: sign })).toBeVisible();
  await his.opensConversation('Anna');
  await expect(his.conversation.getByRole('status').filter({ hasText: sign })).toBeVisible();
  await hers.composer.fill('');
  await expect(his.conversation.getByText(sign)).toHaveCount(0);

  await giulia.page.goto(`${vetrina.url}/visitors`);
  await giulia.opensDetailsOf('Anna');
  await giulia.details.getByRole('button', { name: 'Open conversation' }).click();
  await giulia.details.getByRole('textbox', { name: 'Message' }).pressSequentially('Now f');
  await expect(chat.panel.getByText(`${giuliasName} is typing`)).toBeVisible();
});

test('V8.2: an owner recalls what a colleague said, an agent does not', async ({ marco, giulia, vetrina, chat }) => {
  const [his, hers] = [new Inbox(marco.page), new Inbox(giulia.page)];
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await giulia.signsIn(loginOf(vetrina, 'PRO', 1));
  await chat.opens();
  await chat.says('How much is the lamp?');
  await chat.panel.getByRole('button', { name: /^(Close|Minimi)/ }).click();
  await expect(chat.panel).toBeHidden();
  for (const inbox of [his, hers]) {
    await inbox.opens();
    await inbox.opensConversation('Anna');
  }
  await his.says('It is in the catalogue.');
  await hers.reads('It is in the catalogue.');
  await hers.says('Twelve euros, I think.');
  await his.reads('Twelve euros, I think.');
  await expect(hers.log.getByRole('button', { name: 'Recall' })).toHaveCount(1);

  await his.log.getByText('Twelve euros, I think.').hover();
  await his.log.getByRole('button', { name: 'Recall' }).last().click();
  await expect(hers.log.getByText(`Recalled by ${marcosName}`)).toBeVisible();
  await chat.opens();
  await chat.reads('It is in the catalogue.');
  await expect(chat.panel).not.toContainText('Twelve euros');
});

test('C7: blocked for an hour, a visitor is listed with the end of it, and unblocked from there', async ({
  marco,
  inbox,
  chat,
  vetrina,
}) => {
  const settings = new Settings(marco.page, vetrina.url);
  await chat.opens();
  await chat.says('Buy my watches');
  await inbox.opensConversation('Anna');
  await inbox.does('Block for a time…');
  await marco.page.getByRole('dialog').getByRole('button', { name: 'For an hour' }).click();
  await expect(chat.launcher).toBeHidden();
  await expect(marco.page.getByText(/^Blocked by .*, until /)).toBeVisible();

  await settings.opens('Blocked');
  await expect(settings.member('Anna')).toContainText(/by Anna Rossi, .* · until \d/);
  await settings.presses('Unblock Anna');
  await expect(marco.page.getByText('No visitor is blocked.', { exact: false })).toBeVisible();
  await expect(chat.launcher).toBeVisible();
});

test('C4: files whose addresses have run out are asked for again', async ({ marco, chat, vetrina }) => {
  const inbox = new Inbox(marco.page);
  await marco.hears((frame) => frame.replaceAll(/&until=\d+/g, '&until=1000'));
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await chat.opens();
  await chat.says('It looks like this');
  await chat.attaches({ name: 'order list.csv', mimeType: 'text/csv', text: 'lamp;2\n' });
  await inbox.opens();
  await inbox.opensConversation('Anna');
  const link = inbox.log.getByRole('link', { name: /order list\.csv/ });
  await expect(link).toHaveAttribute('href', /&until=\d{13}/);
  const download = marco.page.waitForEvent('download');
  await link.click();
  expect((await download).suggestedFilename()).toBe('order list.csv');
});

test('C4: a picture that did not come is fetched once more', async ({ marco, inbox, chat }) => {
  await chat.opens();
  await chat.says('It looks like this');
  const input = chat.panel.locator('input[type="file"]');
  let refused = 0;
  await marco.page.route('**/files/**', (route) => (refused++ === 0 ? route.abort() : route.continue()));
  await input.setInputFiles({ name: 'broken.png', mimeType: 'image/png', buffer: DOT });
  await inbox.opensConversation('Anna');
  const picture = inbox.log.getByRole('img', { name: 'Picture: broken.png' });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  expect(refused).toBeGreaterThan(1);
});

test('V7: earlier conversations say how they stand, also after a colleague resolved one', async ({
  marco,
  giulia,
  vetrina,
  chat,
}) => {
  const hers = new Inbox(giulia.page);
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await giulia.signsIn(loginOf(vetrina, 'PRO', 1));
  await chat.opens();
  await chat.says('Thanks, it arrived');
  await marco.opensDetailsOf('Anna');
  const earlier = marco.details.getByRole('region', { name: 'Earlier conversations' });
  await expect(earlier.getByRole('link', { name: /Thanks, it arrived/ })).toContainText('New');
  await hers.opens();
  await hers.opensConversation('Anna');
  await hers.does('Resolve');
  await expect(earlier.getByRole('link', { name: /Thanks, it arrived/ })).toContainText('Resolved');
});
