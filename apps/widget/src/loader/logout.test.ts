import { visitorHello } from '@vetrina/protocol/messages/visitor-hello';
import { expect, test } from 'vitest';
import { arrive, boxOf, call, stub } from './fake-arrival.ts';
import { type FakePage, freshBrowser } from './fake-window.ts';

const keyOf = (page: FakePage) => {
  const { visitor } = visitorHello.parse(page.wire().frames[0]);
  return visitor.as === 'known' ? visitor.browserKey : null;
};

test('I2: logout arrives as a fresh visitor who carries nothing of the old one', async () => {
  const page = await arrive();
  const before = page.browser.cookies.get('vetrina_vid');
  call(page, 'vetrina', 'name', 'Anna');
  call(page, 'vetrina', 'logout');
  page.welcome('viZZZZZZZZZZZZZZZZZZZZZZ');
  expect(page.wires[0]?.frames.at(-1)).toEqual({ type: 'goodbye' });
  const hello = visitorHello.parse(page.wire().frames[0]);
  expect(hello.visitor).not.toHaveProperty('identity');
  expect(hello.visitor).toMatchObject({ again: false });
  expect(page.browser.cookies.get('vetrina_vid')).not.toBe(before);
});

test('I2: a logout made before the script arrived is one, too, and what was said after it holds', async () => {
  const browser = freshBrowser();
  await arrive({ browser });
  const before = browser.cookies.get('vetrina_vid');
  const vetrina = stub();
  vetrina('name', 'Anna');
  vetrina('logout');
  vetrina('name', 'Bea');
  const page = await arrive({ browser, globals: { vetrina } });
  expect(visitorHello.parse(page.wire().frames[0]).visitor).toMatchObject({ identity: { name: 'Bea' } });
  expect(browser.cookies.get('vetrina_vid')).not.toBe(before);
});

test.each([['storage'], ['focus'], ['pageshow']])(
  'I2: a logout in one tab makes the others the new visitor, too, as soon as they hear of it by %s',
  async (sign) => {
    const browser = freshBrowser();
    const other = await arrive({ browser });
    const page = await arrive({ browser });
    call(other, 'vetrina', 'name', 'Anna');
    await other.pass(0);
    call(page, 'vetrina', 'logout');
    other.fire('window', sign);
    expect(other.wires[0]?.frames.at(-1)).toEqual({ type: 'goodbye' });
    expect(other.w.vetrina).not.toHaveProperty('vid');
    other.welcome('viZZZZZZZZZZZZZZZZZZZZZZ');
    page.welcome('viZZZZZZZZZZZZZZZZZZZZZZ');
    expect(keyOf(other)).toBe(keyOf(page));
    expect(visitorHello.parse(other.wire().frames[0]).visitor).not.toHaveProperty('identity');
    other.fire('window', sign);
    expect(other.wires).toHaveLength(2);
  },
);

test('I2: what other tabs store besides, or erase, changes nobody', async () => {
  const browser = freshBrowser();
  const page = await arrive({ browser });
  page.fire('window', 'storage');
  browser.local.set('theirs', '1');
  page.fire('window', 'storage');
  for (const place of [browser.cookies, browser.local]) place.clear();
  page.fire('window', 'storage');
  expect(page.wires).toHaveLength(1);
});

test('T3: a logout of somebody who has not agreed to anything stores nothing', async () => {
  const page = await arrive({ config: { mode: 'consent' } }, false);
  call(page, 'vetrina', 'logout');
  expect([page.browser.cookies.size, page.browser.local.size, page.wires.length]).toEqual([0, 0, 0]);
});

test('I2: whoever opens the chat after a logout on a page that did not follow them is somebody new', async () => {
  const browser = freshBrowser();
  const config = { mode: 'chat-only' };
  const first = await arrive({ browser, config }, false);
  call(first, 'vetrina', 'chat:open');
  await first.pass(0);
  boxOf(first).link?.startChat();
  first.welcome();
  const second = await arrive({ browser, config }, false);
  call(second, 'vetrina', 'logout');
  call(second, 'vetrina', 'chat:open');
  await second.pass(0);
  boxOf(second).link?.startChat();
  second.welcome();
  expect(keyOf(second)).not.toBe(keyOf(first));
});

test('I2: after a logout nothing that the server said of the old visitor is known, and the key in use is the new one', async () => {
  const page = await arrive();
  call(page, 'vetrina', 'chat:open');
  await page.pass(0);
  const { link } = boxOf(page);
  const before = link!.who();
  expect(before).toBe(page.browser.cookies.get('vetrina_vid'));
  let heard: unknown[] = [];
  link!.hear = (...news) => {
    if (news[0] === 'forget') heard = [link!.welcome, link!.who(), page.wires.length];
  };
  call(page, 'vetrina', 'logout');
  expect(heard).toEqual([undefined, page.browser.cookies.get('vetrina_vid'), 1]);
  expect(heard[1]).not.toBe(before);
});

test('I2: a logout before the box was fetched is kept for it, in its place', async () => {
  const page = await arrive();
  call(page, 'vetrina', 'theme:color', '#112233');
  call(page, 'vetrina', 'logout');
  page.welcome();
  call(page, 'vetrina', 'chat:open');
  await page.pass(0);
  expect(boxOf(page).heard.map(([what, command]) => command ?? what)).toEqual(['theme:color', 'forget', 'chat:open']);
});
