import { expect } from '@playwright/test';
import { ChatBox } from '../actors/chat-box.ts';
import { Inbox } from '../actors/inbox.ts';
import { loginOf, test } from '../actors/scene.ts';
import { ScreenReader } from '../actors/screen-reader.ts';
import { Visitor } from '../actors/visitor.ts';

const COUNT = /\d+ (visitor|person|people)/;
/** Of the list's own count, ms. */
const QUIET = 20_000;

test('V12: a busy list is told of at most once in twenty seconds, a new message once', async ({
  anna,
  browser,
  marco,
  vetrina,
}) => {
  const { page } = marco;
  const reader = await ScreenReader.of(page);
  await page.clock.install();
  await marco.signsIn(loginOf(vetrina, 'PRO'));
  await anna.opens();
  await anna.pageSays('name', 'Anna');
  await expect(marco.people).toHaveCount(1);
  await page.clock.runFor(QUIET);
  await expect.poll(async () => (await reader.heard(COUNT)).length).toBeGreaterThan(0);
  const before = await reader.heard(COUNT);

  await test.step('people come and go', async () => {
    const shop = `${vetrina.url}/demo/`;
    const crowd = await Promise.all([1, 2, 3, 4].map(() => Visitor.from(browser, shop)));
    for (const person of crowd) await person.opens();
    await expect(marco.people).toHaveCount(5);
    const meanwhile = await reader.heard(COUNT);
    expect(meanwhile.length).toBeLessThanOrEqual(before.length + 1);
    await page.clock.runFor(QUIET);
    await expect.poll(async () => (await reader.heard(COUNT)).length).toBeGreaterThan(before.length);
    const times = (await reader.heard(COUNT)).map(({ at }) => at);
    const pauses = times.slice(before.length).map((at, nth) => at - (times[before.length - 1 + nth] ?? 0));
    for (const pause of pauses) expect(pause).toBeGreaterThanOrEqual(QUIET - 1_000);
    for (const person of crowd) await person.ends();
  });

  await test.step('a message', async () => {
    const chat = new ChatBox(() => anna.tab);
    await chat.opens();
    await chat.says('Good evening!');
    const inbox = new Inbox(page);
    await inbox.opens();
    await inbox.opensConversation('Anna');
    await inbox.reads('Good evening!');
    await chat.says('Is the shop open?');
    await inbox.reads('Is the shop open?');
    await expect.poll(async () => (await reader.heard(/Is the shop open\?/)).length).toBe(1);
    expect(await reader.heard(/Good evening!/), 'what was said before is not read out again').toHaveLength(0);
  });
});
