import { expect } from '@playwright/test';
import { ChatBox } from '../actors/chat-box.ts';
import { test } from '../actors/conversation-scene.ts';
import { Inbox } from '../actors/inbox.ts';
import { loginOf } from '../actors/scene.ts';

/** As the demo's two agents are called. */
const marcosName = 'Anna Rossi';
const giuliasName = 'Bruno Conti';

/** Whoever failed to connect a few times waits a while, so that servers are not overrun. */
const RECONNECTING = { timeout: 30_000 };

test('V8: an agent writes first; it pops up on the page, and the visitor answers', async ({ marco, vetrina, chat }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await marco.opensDetailsOf('Anna');
  await marco.details.getByRole('button', { name: 'Open conversation' }).click();
  await marco.details.getByRole('textbox', { name: 'Message' }).fill('Can I help you find something?');
  await marco.details.getByRole('button', { name: 'Send', exact: true }).click();

  const popup = chat.popupOf(marcosName);
  await expect(popup.getByText('Can I help you find something?')).toBeVisible();
  await popup.getByRole('button', { name: 'Reply' }).click();
  await chat.reads('Can I help you find something?');
  await chat.says('Yes: is the blue lamp still there?');

  await expect(marco.details.getByText('Yes: is the blue lamp still there?')).toBeVisible();
  await marco.sees('In chat', 1);
  await expect(marco.row('Anna').getByText('Yes: is the blue lamp still there?')).toBeVisible();
});

test('V8: what the visitor has not read can be recalled', async ({ marco, vetrina, chat }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await marco.opensDetailsOf('Anna');
  await marco.details.getByRole('button', { name: 'Open conversation' }).click();
  await marco.details.getByRole('textbox', { name: 'Message' }).fill('This was meant for somebody else');
  await marco.details.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(chat.popupOf(marcosName)).toBeVisible();

  await marco.details.getByRole('button', { name: 'Recall' }).click();
  await expect(chat.popupOf(marcosName)).toBeHidden();
  await chat.opens();
  await expect(chat.panel).not.toContainText('This was meant for somebody else');
});

test('C1 C2: a visitor writes first, an agent joins and answers, resolves; writing again reopens', async ({
  inbox,
  chat,
}) => {
  await chat.opens();
  await chat.says('Good morning!');

  await inbox.opensConversation('Anna');
  await inbox.reads('Good morning!');
  await inbox.does('Join');
  await inbox.says('Good morning, Anna.');
  await chat.reads('Good morning, Anna.');
  await chat.says('Is the blue lamp still there?');
  await inbox.reads('Is the blue lamp still there?');

  await inbox.does('Resolve');
  await inbox.folder('Resolved').click();
  await expect(inbox.row('Anna')).toBeVisible();
  await chat.says('One more thing');
  await inbox.folder('Mine').click();
  await expect(inbox.row('One more thing')).toBeVisible();
});

test('C1: the conversation stays over pages, tabs and reloads', async ({ anna, inbox, chat }) => {
  await chat.opens();
  await chat.says('Where is my order?');
  await anna.opens('cart.html');
  await chat.reads('Where is my order?');
  await anna.opensAnotherTab('contact.html');
  await inbox.opensConversation('Anna');
  await inbox.says('On its way since this morning.');
  if (!(await chat.panel.isVisible())) await chat.opens();
  await chat.reads('Where is my order?');
  await chat.reads('On its way since this morning.');
  await anna.tab.reload();
  if (!(await chat.panel.isVisible())) await chat.opens();
  await chat.reads('On its way since this morning.');
});

test('C3: a message that was cut off by a navigation arrives once, from the next page', async ({
  anna,
  marco,
  vetrina,
}) => {
  const chat = new ChatBox(() => anna.tab);
  const inbox = new Inbox(marco.page);
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await inbox.opens();
  const line = await anna.hasALineThatCanHold();
  await anna.opens();
  await anna.pageSays('name', 'Anna');
  await chat.opens();
  await chat.says('First');
  await inbox.opensConversation('Anna');
  await inbox.reads('First');

  line.holds();
  await chat.says('Written just before the click');
  await chat.says('And another');
  line.letsGo();
  await anna.opens('cart.html');
  await inbox.reads('Written just before the click');
  await inbox.reads('And another');
  await chat.reads('Written just before the click');
});

test('C3: what both sides say while the server is away arrives once, in order, when it is back', async ({
  vetrina,
  inbox,
  chat,
}) => {
  await chat.opens();
  await chat.says('Before');
  await inbox.opensConversation('Anna');
  await inbox.reads('Before');

  const isBack = vetrina.crashAndRestart();
  await chat.says('Meanwhile from Anna');
  await inbox.says('Meanwhile from Marco');
  await isBack;
  await inbox.reads('Meanwhile from Anna', RECONNECTING);
  await chat.reads('Meanwhile from Marco', RECONNECTING);
  await chat.says('After');
  await inbox.reads('After');
});

test('C2 C4: two agents: a note stays inside, a transfer hands over', async ({ marco, giulia, vetrina, chat }) => {
  const [his, hers] = [new Inbox(marco.page), new Inbox(giulia.page)];
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await giulia.signsIn(loginOf(vetrina, 'PRO', 1));
  await his.opens();
  await hers.opens();
  await chat.opens();
  await chat.says('I want to speak to somebody about an invoice');
  await his.opensConversation('Anna');
  await his.does('Join');
  await his.writesNote('She is our best customer');
  await hers.folder('All open').click();
  await hers.opensConversation('Anna');
  await hers.reads('She is our best customer');
  await expect(chat.panel).not.toContainText('our best customer');

  await his.does('Transfer…');
  const handOver = marco.page.getByRole('dialog', { name: 'Transfer to' });
  await handOver.getByRole('button', { name: new RegExp(giuliasName) }).click();
  await hers.folder('Mine').click();
  await expect(hers.row('Anna')).toBeVisible();
  await hers.says('Hello Anna, I have your invoice here.');
  await chat.reads('Hello Anna, I have your invoice here.');
});

test('C2: an answer sent with Ctrl+Enter resolves, and does not open again what it closed', async ({ inbox, chat }) => {
  await chat.opens();
  await chat.says('Do you deliver on Saturdays?');
  await inbox.opensConversation('Anna');
  await inbox.composer.fill('We do.');
  await inbox.composer.press('Control+Enter');
  await chat.reads('We do.');
  await expect(inbox.conversation.getByRole('button', { name: 'Reopen' })).toBeVisible();
  await expect(inbox.log.getByText(/reopened the conversation/)).toHaveCount(0);
});

test('C6: a resolved conversation is rated', async ({ inbox, chat }) => {
  await chat.opens();
  await chat.says('Thanks for the lamp!');
  await inbox.opensConversation('Anna');
  await inbox.says('You are welcome.');
  await chat.reads('You are welcome.');
  await inbox.does('Resolve');
  await chat.panel.getByRole('button', { name: 'Good' }).click();
  await chat.panel.getByRole('textbox', { name: 'Would you like to tell us more?' }).fill('So friendly');
  await chat.panel
    .getByRole('form', { name: /rat|conversation/i })
    .getByRole('button', { name: 'Send' })
    .click();
  await expect(inbox.log.getByText('So friendly')).toBeVisible();
});

test('C7: blocked while chatting, the box is gone and nothing arrives; unblocked, it is back', async ({
  anna,
  inbox,
  chat,
}) => {
  await chat.opens();
  await chat.says('Buy my watches');
  await inbox.opensConversation('Anna');
  await inbox.does('Block');
  await expect(chat.panel).toBeHidden();
  await expect(chat.launcher).toBeHidden();
  await anna.opens('cart.html');
  await expect(chat.launcher).toBeHidden();
  await inbox.does('Unblock');
  await expect(chat.launcher).toBeVisible();
});

test('C4: files go both ways', async ({ marco, inbox, chat }) => {
  await chat.opens();
  await chat.says('It looks like this');
  await chat.attaches({ name: 'order list.csv', mimeType: 'text/csv', text: 'lamp;2\nbulb;4\n' });
  await inbox.opensConversation('Anna');
  await expect(inbox.log.getByRole('link', { name: /order list\.csv/ })).toBeVisible();
  const download = marco.page.waitForEvent('download');
  await inbox.log.getByRole('link', { name: /order list\.csv/ }).click();
  expect((await download).suggestedFilename()).toBe('order list.csv');

  await inbox.attaches({ name: 'invoice.txt', mimeType: 'text/plain', text: 'EUR 120' });
  await expect(chat.log.getByRole('link', { name: /invoice\.txt/ })).toBeVisible();
});

test('C5: while nobody is online, the contact form takes a message', async ({ anna, marco, vetrina }) => {
  const chat = new ChatBox(() => anna.tab);
  const inbox = new Inbox(marco.page);
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await marco.goesOffline();
  await anna.opens();
  await chat.opens();
  await chat.panel.getByRole('textbox', { name: /^Name/ }).fill('Anna Rossi');
  await chat.panel.getByRole('textbox', { name: /^E-mail/ }).fill('anna@example.com');
  await chat.panel.getByRole('textbox', { name: /^Message/ }).fill('Please call me back');
  await chat.panel.getByRole('button', { name: 'Send', exact: true }).click();
  await chat.reads('Please call me back');
  await inbox.opens();
  await inbox.opensConversation('Anna Rossi');
  await inbox.reads('Please call me back');
  await expect(inbox.log).toContainText('anna@example.com');
});

test('P: on FREE, opening a conversation is explained, answering is free', async ({ browser, marco, vetrina }) => {
  const { Visitor } = await import('../actors/visitor.ts');
  const dora = await Visitor.from(browser, `${vetrina.url}/demo/?account=free`);
  const chat = new ChatBox(() => dora.tab);
  const inbox = new Inbox(marco.page);
  await marco.signsIn(loginOf(vetrina, 'FREE'));
  await dora.opens();
  await dora.pageSays('name', 'Dora');
  await marco.opensDetailsOf('Dora');
  await marco.details.getByRole('button', { name: /Open conversation/ }).click();
  await expect(marco.page.getByText(/STANDARD/).first()).toBeVisible();
  await chat.opens();
  await chat.says('Are you there?');
  await inbox.opens();
  await inbox.opensConversation('Dora');
  await inbox.says('I am.');
  await chat.reads('I am.');
  await dora.ends();
});

test('C8: a new message is in the title while another screen is open', async ({ marco, vetrina, chat }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await chat.opens();
  await chat.says('Hello?');
  await expect(marco.page).toHaveTitle(/^\(1\)/);
});
