import { expect } from '@playwright/test';
import { Automation } from '../actors/automation.ts';
import { ChatBox } from '../actors/chat-box.ts';
import { ChatbotEditor } from '../actors/chatbot-editor.ts';
import { Inbox } from '../actors/inbox.ts';
import { loginOf, test } from '../actors/scene.ts';

test('A7: Marco makes a chatbot from a template, changes his mind, tries it and publishes it', async ({
  marco,
  vetrina,
}) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const bots = new ChatbotEditor(marco.page, vetrina.url);
  await bots.opens();
  await bots.beginsWith('Greeting');
  await expect(bots.blocks).toHaveCount(7);

  await bots.chooses('Can I help you');
  await bots.side.getByRole('textbox', { name: 'What the chatbot says' }).fill('Buongiorno! What are you looking for?');
  await expect(bots.block('Buongiorno!')).toBeVisible();
  await bots.isSaved();

  // A block is taken away by mistake, and comes back with its connections.
  await bots.chooses('Enjoy looking around');
  await bots.presses('Remove');
  await expect(bots.blocks).toHaveCount(6);
  await bots.looksAt('Problems');
  await expect(bots.side.getByText('“I’m just looking” leads nowhere.')).toBeVisible();
  await marco.page.keyboard.press('Control+z');
  await expect(bots.blocks).toHaveCount(7);
  await expect(bots.side.getByText('Nothing is missing.')).toBeVisible();

  await bots.looksAt('Preview');
  await expect(bots.preview.getByText('Buongiorno! What are you looking for?')).toBeVisible();
  await bots.preview.getByRole('button', { name: 'Yes, I have a question' }).click();
  await expect(bots.preview.getByText('Handed over to: anyone who is online')).toBeVisible();
  await bots.side.getByRole('switch', { name: 'Somebody is online' }).setChecked(false, { force: true });
  await bots.presses('Begin again');
  const say = bots.side.getByRole('textbox', { name: 'Write as a visitor' });
  await say.fill('Where are you?');
  await say.press('Enter');
  await say.fill('anna at example');
  await say.press('Enter');
  await expect(bots.preview.getByText('That does not look like an e-mail address.')).toBeVisible();
  await say.fill('anna@example.com');
  await say.press('Enter');
  await expect(bots.preview.getByText('Kept as the visitor’s e-mail: anna@example.com')).toBeVisible();

  await bots.isSaved();
  await bots.presses('Publish');
  await expect(marco.page.getByText('Published', { exact: true })).toBeVisible();

  await bots.opens();
  await expect(bots.bot('Greeting')).toContainText('Published');
  await bots.bot('Greeting').getByRole('link').click();
  await expect(bots.block('Buongiorno!')).toBeVisible();
});

test('A7: what Marco drew talks with Anna, hands her over to him, and is counted', async ({ anna, marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const [bots, chat, inbox] = [
    new ChatbotEditor(marco.page, vetrina.url),
    new ChatBox(() => anna.tab),
    new Inbox(marco.page),
  ];
  await bots.opens();
  await bots.beginsWith('Greeting');
  await bots.presses('Publish');
  await expect(marco.page.getByText('Published', { exact: true })).toBeVisible();
  await new Automation(marco.page).beginsChatbot({ on: 'time-on-site', seconds: 1 });

  await anna.opens();
  await expect(chat.panel.getByText('Hello there! Can I help you with anything?')).toBeVisible();
  await chat.panel.getByRole('button', { name: 'Yes, I have a question' }).click();
  await chat.reads('One moment, I’m calling somebody.');
  await inbox.opens();
  await inbox.opensConversation(/calling somebody/);
  await inbox.reads('The chatbot “Greeting” handed the conversation over to the team');

  await bots.opens();
  await bots.bot('Greeting').getByRole('link').click();
  await bots.presses('Statistics');
  await expect(marco.page.getByText('1 visitors contacted, 1 answered')).toBeVisible();
  await expect(bots.block('Can I help you').getByRole('listitem').first()).toContainText('1');
});

test('A7: what is not finished is not published, and says where', async ({ marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const bots = new ChatbotEditor(marco.page, vetrina.url);
  await bots.opens();
  await bots.beginsWith('Order status');
  await bots.presses('Publish');
  const dialog = marco.page.getByRole('dialog', { name: 'Not finished yet' });
  await dialog.getByRole('button', { name: /The address has to begin with https/ }).click();
  const address = bots.side.getByRole('textbox', { name: 'Address' });
  await expect(address).toBeVisible();
  await address.fill('https://shop.example/orders');
  await bots.isSaved();
  await bots.presses('Publish');
  await expect(marco.page.getByText('Published', { exact: true })).toBeVisible();
});

test('A7: a flow is drawn by keys alone', async ({ marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const bots = new ChatbotEditor(marco.page, vetrina.url);
  await bots.opens();
  await bots.beginsWith('Returns');
  const before = await bots.blocks.count();
  const [first] = await bots.blocks.all();
  await first?.focus();
  await marco.page.keyboard.press('Enter');
  await bots.looksAt('Block');
  await expect(bots.side.getByRole('textbox', { name: 'What the chatbot says' })).toHaveValue(
    'What would you like to do?',
  );
  await first?.focus();
  await marco.page.keyboard.press('Control+c');
  await marco.page.keyboard.press('Control+v');
  await expect(bots.blocks).toHaveCount(before + 1);
  await marco.page.keyboard.press('Delete');
  await expect(bots.blocks).toHaveCount(before);

  await bots.presses('List');
  const list = marco.page.getByRole('list', { name: 'Blocks of the flow' });
  await expect(list.getByRole('button', { name: /^Message.*What would you like to do/ }).first()).toBeVisible();
});

test('A7: on a phone a chatbot is a list, and its texts can be changed', async ({ marco, vetrina }) => {
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const bots = new ChatbotEditor(marco.page, vetrina.url);
  await bots.opens();
  await bots.beginsWith('Greeting');
  await marco.page.setViewportSize({ width: 390, height: 844 });
  await expect(bots.canvas).toBeHidden();
  await marco.page
    .getByRole('button', { name: /^Message.*Hello/ })
    .first()
    .click();
  const dialog = marco.page.getByRole('dialog', { name: 'Block' });
  await dialog.getByRole('textbox', { name: 'What the chatbot says' }).fill('Hello from a phone!');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await bots.isSaved();
  await expect(marco.page.getByRole('button', { name: /^Message.*Hello from a phone!/ }).first()).toBeVisible();
});
