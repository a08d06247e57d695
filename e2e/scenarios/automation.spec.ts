import { expect } from '@playwright/test';
import type { Wish } from '../actors/automation.ts';
import { test } from '../actors/automation-scene.ts';

/**
 * The presets wait half a minute and more; here they wait a few seconds. That they wait as long as they say is played with
 * time that is moved on (`automation-in-time.spec.ts`).
 */
const FIRST_VISIT: Wish = {
  when: { on: 'time-on-site', seconds: 4 },
  says: 'Welcome! Can I show you around?',
  logic: {
    who: { match: 'all', list: [{ about: 'visitor', is: 'new' }] },
    schedule: { team: 'online', times: null },
  },
};

test('A1: a first visitor is greeted after their time on the site, on whatever page they are by then', async ({
  automation,
  anna,
  marco,
  chat,
}) => {
  await automation.begins(FIRST_VISIT);
  await anna.opens();
  await expect(marco.people).toHaveCount(1);
  await expect(chat.popup).toHaveCount(0);
  await marco.sees('Auto-messaged', 0);
  await anna.opens('cart.html');
  await expect(chat.popup.getByText(FIRST_VISIT.says)).toBeVisible();
});

test('A8: shown, the visitor is auto-messaged at once, in row and filter; there is no conversation', async ({
  automation,
  inbox,
  anna,
  marco,
  chat,
}) => {
  await automation.begins(FIRST_VISIT);
  await anna.opens();
  await expect(chat.popup).toBeVisible();
  await marco.sees('Auto-messaged', 1);
  await marco.filter('Auto-messaged').click();
  await expect(marco.people).toHaveCount(1);
  await expect(marco.people.getByLabel(/auto-messaged|automatic message/i)).toBeVisible();
  await marco.sees('In chat', 0);
  await inbox.opens();
  await expect(inbox.row(/./)).toHaveCount(0);
});

test('A8.1: the answer begins the conversation, and the greeting stands before it', async ({
  automation,
  inbox,
  anna,
  marco,
  chat,
}) => {
  await automation.begins(FIRST_VISIT);
  await anna.opens();
  await chat.popup.getByRole('button', { name: 'Reply' }).click();
  await chat.reads(FIRST_VISIT.says);
  await chat.says('Yes: is the blue lamp still there?');
  await chat.reads(FIRST_VISIT.says);
  await marco.sees('In chat', 1);
  await inbox.opens();
  await inbox.opensConversation('is the blue lamp still there?');
  await expect(inbox.log).toContainText(/Can I show you around\?.*is the blue lamp still there\?/s);
  await inbox.says('It is.');
  await chat.reads('It is.');
});

test('A1: who waits for an answer is told that somebody is coming, in the conversation', async ({
  automation,
  inbox,
  anna,
  chat,
}) => {
  const says = 'All of us are talking to somebody. We will be with you in a minute.';
  await automation.begins({ when: { on: 'unanswered', seconds: 4 }, says, repeat: 'visit', stopWhenAnswered: false });
  await anna.opens();
  await chat.opens();
  await chat.says('Hello?');
  await chat.reads(says);
  await inbox.opens();
  await inbox.opensConversation(says);
  await inbox.reads('Hello?');
  await inbox.reads(says);
});

test('A1: who reaches for the tabs of the browser is held', async ({ automation, anna, chat }) => {
  const says = 'Before you go: the second lamp costs half today.';
  await automation.begins({ when: { on: 'exit-intent' }, says });
  await anna.opens();
  await expect
    .poll(async () => {
      await anna.reachesForTheTabs();
      return chat.popup.getByText(says).count();
    })
    .toBe(1);
});

test('A3: closed once, it is quiet on every page and tab; what the visitor asks for comes all the same', async ({
  automation,
  anna,
  chat,
}) => {
  await automation.begins({ when: { on: 'event', name: 'hello' }, says: 'Can I help you?' });
  await automation.begins({
    when: { on: 'page-opened' },
    says: 'Look at our lamps!',
    logic: { delay: 2 },
    repeat: 'page',
  });
  await automation.begins({ when: { on: 'chat-opened' }, says: 'What can I do for you?' });
  await anna.opens();
  await anna.pageSays('event', 'hello');
  await expect(chat.popup.getByText('Can I help you?')).toBeVisible();
  await chat.popup.getByRole('button', { name: 'Close' }).click();
  await expect(chat.popup).toHaveCount(0);

  await anna.opens('cart.html');
  const first = anna.tab;
  const second = await anna.opensAnotherTab('contact.html');
  // Longer than the second rule waits.
  await second.waitForTimeout(4_000);
  for (const tab of [first, second]) await expect(tab.getByRole('region', { name: /^Message from / })).toHaveCount(0);
  await chat.opens();
  await chat.reads('What can I do for you?');
});

test('A3.5: with several tabs open a message shows on one, and is gone on all once it is closed', async ({
  automation,
  anna,
}) => {
  await anna.opens();
  const tabs = [anna.tab, await anna.opensAnotherTab('cart.html')];
  const popups = tabs.map((tab) => tab.getByRole('region', { name: /^Message from / }));
  const shown = async () => (await popups[0]!.count()) + (await popups[1]!.count());
  await automation.begins({ when: { on: 'event', name: 'hello' }, says: 'Can I help you?' });
  await expect
    .poll(async () => {
      await anna.pageSays('event', 'hello');
      return shown();
    })
    .toBe(1);
  const popup = (await popups[0]!.count()) === 1 ? popups[0]! : popups[1]!;
  await popup.getByRole('button', { name: 'Close' }).click();
  await expect.poll(shown).toBe(0);
});
