import { expect } from '@playwright/test';
import { choice, END, handOver, question, type Sketch, say } from '@vetrina/domain/chatbots/sketch';
import { toAgent } from '@vetrina/protocol/to-agent';
import type { Automation } from '../actors/automation.ts';
import { test as base } from '../actors/automation-scene.ts';
import type { Visitor } from '../actors/visitor.ts';

interface Heard {
  /** Why Marco's dashboard made itself heard, in that order (C8). */
  readonly heard: readonly string[];
}

const test = base.extend<Heard>({
  heard: [
    async ({ marco }, use) => {
      const heard: string[] = [];
      await marco.hears((frame) => {
        const said = toAgent.parse(JSON.parse(frame));
        if (said.type === 'notice') heard.push(said.because);
        return frame;
      });
      await use(heard);
    },
    // Before Marco signs in: what his first page hears is heard.
    { auto: true },
  ],
});

/** Whoever failed to connect a few times waits a while, so that servers are not overrun. */
const RECONNECTING = { timeout: 30_000 };

const GREETING = 'Hello! What is it about?';
const EMAIL = 'Where can we write to you?';
const AGAIN = 'That does not look like an e-mail address. Once more?';
const ORDER = 'Which order is it about?';
const MOMENT = 'One moment, somebody is coming.';

const LEADS: Sketch = {
  hello: choice(
    GREETING,
    [
      ['An order', 'email'],
      ['A person, please', 'person'],
    ],
    'person',
  ),
  email: question(
    { asks: 'email', text: EMAIL, again: AGAIN, tries: 3, keepAs: 'email' },
    { next: 'order', 'given-up': 'person' },
  ),
  order: question(
    { asks: 'text', text: ORDER, again: '', tries: 1, keepAs: 'order' },
    { next: 'thanks', 'given-up': 'thanks' },
  ),
  thanks: say('Thank you, we look after {answer.order}.', 'end'),
  person: handOver(MOMENT, 'nobody'),
  nobody: say('Nobody is here now.', 'end'),
  end: END,
};

/** Marco's bot talks with whoever says hello, as Anna's page does. */
async function meets(automation: Automation, anna: Visitor, name?: string): Promise<void> {
  await automation.letsAChatbotTalk('Lead finder', LEADS, { on: 'event', name: 'hello' });
  await anna.opens();
  if (name !== undefined) await anna.pageSays('name', name);
  await anna.pageSays('event', 'hello');
}

test('A7: a bot asks, and asks again; who takes over has the visitor to themselves', async ({
  automation,
  inbox,
  chat,
  anna,
  marco,
  heard,
}) => {
  await meets(automation, anna);
  await chat.reads(GREETING);
  await marco.sees('Auto-messaged', 1);
  await chat.reply('An order').click();
  await chat.reads(EMAIL);
  await expect(chat.reply('An order')).toHaveCount(0);
  await chat.says('I would rather not');
  await chat.reads(AGAIN);
  await chat.says('anna@example.com');
  await chat.reads(ORDER);

  await marco.sees('Customers', 1);
  await marco.sees('In chat', 0);
  await expect(marco.people).toContainText([ORDER]);
  await expect(marco.people.getByLabel('Auto-messaged')).toBeVisible();
  expect(heard).toEqual([]);
  await expect(marco.page).not.toHaveTitle(/^\(/);

  await inbox.opens();
  await expect(inbox.folder('New')).toHaveAccessibleName(/\b0\b/);
  await inbox.folder('All open').click();
  await expect(inbox.row(/A chatbot answers/)).toContainText(ORDER);
  await inbox.opensConversation(/A chatbot answers/);
  await expect(inbox.botNote).toBeVisible();
  await expect(inbox.log.getByRole('list', { name: 'Offered answers' })).toContainText('A person, please');
  await inbox.takesOver();
  await expect(inbox.composer).toBeFocused();
  await expect(inbox.row(/A chatbot answers/)).toHaveCount(0);
  await inbox.says('Hello Anna, I am Marco. Which order?');
  await chat.reads('Hello Anna, I am Marco. Which order?');
  await chat.says('The blue lamp');
  await inbox.reads('The blue lamp');
  // What the bot would say comes within a moment, if it does.
  await anna.tab.waitForTimeout(1_500);
  await expect(chat.log.getByText(/^Thank you/)).toHaveCount(0);
});

test('A7: writing takes over, without joining first', async ({ automation, inbox, chat, anna }) => {
  await meets(automation, anna);
  await chat.reply('An order').click();
  await chat.reads(EMAIL);
  await inbox.opens();
  await inbox.folder('All open').click();
  await inbox.opensConversation(EMAIL);
  await inbox.writesNote('She asked for a discount yesterday.');
  await expect(inbox.botNote).toBeVisible();
  await inbox.says('I am here, Anna.');
  await expect(inbox.botNote).toHaveCount(0);
  await chat.reads('I am here, Anna.');
  await expect(chat.composer).not.toHaveAttribute('type', 'email');
});

test('A7, C8: a bot hands over to the team, which hears of it and finds all that was said', async ({
  automation,
  inbox,
  chat,
  anna,
  marco,
  heard,
}) => {
  await meets(automation, anna, 'Anna');
  await chat.reply('A person, please').click();
  await chat.reads(MOMENT);
  await expect.poll(() => heard).toEqual(['new-conversation']);
  await expect(marco.page).toHaveTitle(/^\(1\) /);
  await marco.sees('In chat', 1);

  await inbox.opens();
  await expect(inbox.folder('New')).toHaveAccessibleName(/\b1\b/);
  await inbox.opensConversation('Anna');
  await expect(inbox.log).toContainText(
    /Hello! What is it about\?.*A person, please.*One moment, somebody is coming\..*The chatbot “Lead finder” handed the conversation over to the team/s,
  );
  await expect(inbox.botNote).toHaveCount(0);
  await inbox.does('Join');
  await inbox.says('Here I am.');
  await chat.reads('Here I am.');
});

test('A7: the server is killed between two questions, and the talk goes on with nothing lost or doubled', async ({
  automation,
  inbox,
  chat,
  anna,
  marco,
  vetrina,
}) => {
  await meets(automation, anna);
  await chat.reply('An order').click();
  await chat.reads(EMAIL);

  await chat.says('anna@example.com');
  await vetrina.crashAndRestart();
  await chat.reads(ORDER, RECONNECTING);
  await vetrina.crashAndRestart();
  await chat.says('The blue lamp');
  await chat.reads('Thank you, we look after The blue lamp.', RECONNECTING);
  for (const text of [GREETING, 'An order', EMAIL, 'anna@example.com', ORDER, 'The blue lamp']) await chat.reads(text);

  await marco.sees('Customers', 1);
  await inbox.opens();
  await inbox.opensConversation('Thank you, we look after');
  for (const text of [GREETING, EMAIL, 'anna@example.com', ORDER, 'The blue lamp']) await inbox.reads(text);
});
