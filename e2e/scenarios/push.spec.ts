import { expect } from '@playwright/test';
import { pushService } from '@vetrina/testkit/push-service';
import { Agent } from '../actors/agent.ts';
import { ChatBox } from '../actors/chat-box.ts';
import { Inbox } from '../actors/inbox.ts';
import { PushedBrowser } from '../actors/pushed-browser.ts';
import { test as base, loginOf } from '../actors/scene.ts';
import { startServer } from '../actors/server.ts';
import { Settings } from '../actors/settings.ts';

const test = base.extend<{ service: Awaited<ReturnType<typeof pushService>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  service: async ({}, use) => {
    await using service = await pushService();
    await use(service);
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  vetrina: async ({}, use, info) => {
    const server = await startServer({ demo: true, env: { PUSH_TO_OWN_NETWORK: '1' } });
    await use(server);
    if (info.status !== info.expectedStatus) await info.attach('server output', { body: server.output() });
    await server.stop();
  },
});

test('C8.20: Marco turns notifications on, puts the phone away, and a push leads him to who wrote', async ({
  browser,
  vetrina,
  service,
  anna,
}) => {
  const marco = await Agent.at(browser, vetrina.url, { notified: true });
  const { page } = marco;
  const phone = await PushedBrowser.of(page, service.subscribes());
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  const settings = new Settings(page, vetrina.url);
  await settings.opens('Notifications');
  await settings.presses('Turn on');
  await expect(page.getByText('This device gets notifications')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'This device' })).toHaveCount(1);
  await settings.presses(/^Send a test/);
  await phone.receives(1);
  await expect
    .poll(() => phone.shows())
    .toEqual([['Notifications arrive here', 'New conversations and messages will look like this.']]);
  await phone.presses();
  await expect.poll(() => phone.shows()).toEqual([]);

  await page.goto('about:blank');
  await phone.hasABadge();
  await anna.opens();
  await anna.pageSays('name', 'Anna');
  const chat = new ChatBox(() => anna.tab);
  await chat.opens();
  await chat.says('Good evening!');
  await chat.says('Is the shop open?');
  await phone.receives(2);
  await expect.poll(() => phone.shows()).toEqual([['Anna', 'Is the shop open?']]);
  expect(await phone.badge()).toBe(1);

  await page.goto(`${vetrina.url}/visitors`);
  await marco.searchesFor('country:IT');
  await page.evaluate(() => Object.assign(window, { isTheSame: true }));
  await phone.presses();
  const inbox = new Inbox(page);
  await inbox.reads('Is the shop open?');
  expect(await page.evaluate(() => 'isTheSame' in window)).toBe(true);
  await expect.poll(() => phone.shows()).toEqual([]);

  await settings.opens('Notifications');
  await settings.presses('Turn off');
  await expect(page.getByText('This device gets no notifications')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Your devices' })).toHaveCount(0);
  await marco.ends();
});
