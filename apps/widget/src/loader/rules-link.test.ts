import { expect, test } from 'vitest';
import { listenTo, type News } from '../link/link.ts';
import { arrive, boxOf, call, KEY, load, stub } from './fake-arrival.ts';
import { fakePage } from './fake-window.ts';

const RULES = { type: 'rules', rules: [], visitStartedAt: 5, waitingSince: null, quietUntil: null, keptParameters: [] };
const MESSAGE = {
  ...{
    id: 'm'.repeat(22),
    at: 1,
    from: { name: 'Anna', photo: null },
    texts: ['Hello!'],
    opensBox: false,
    seen: false,
  },
};
const linkOf = (page: Parameters<typeof boxOf>[0]) => {
  const { link } = boxOf(page);
  if (!link?.scene) throw new Error('nothing was fetched');
  return { link, scene: link.scene };
};

test('A2: rules are fetched once, where there are some, and find what came with them', async () => {
  const page = await arrive();
  await page.pass(60_000);
  expect(boxOf(page).fetched).toEqual([]);
  page.hear(RULES);
  page.hear({ ...RULES, visitStartedAt: 6 });
  await page.pass(0);
  expect(boxOf(page).fetched).toEqual(['https://live.test/rules.js?']);
  expect(linkOf(page).link.welcome).toMatchObject({ type: 'welcome', rules: [], visitStartedAt: 6 });
});

test('A2: rules that cannot be fetched are asked for again when the next ones come', async () => {
  const page = fakePage({ globals: { _vetrina: { key: KEY } } });
  load(page, 1);
  await page.pass(0);
  page.welcome();
  page.hear(RULES);
  await page.pass(0);
  page.hear(RULES);
  await page.pass(0);
  expect(boxOf(page).fetched).toEqual(['https://live.test/rules.js?', 'https://live.test/rules.js?1']);
});

test('A8: a message to show brings the box, whether it waits or comes; one that is taken away does not', async () => {
  const waiting = await arrive({}, false);
  waiting.welcome(undefined, { message: MESSAGE });
  await waiting.pass(0);
  expect(boxOf(waiting).fetched).toEqual(['https://live.test/box.js?']);
  const page = await arrive();
  page.hear({ type: 'automatic-message', message: null });
  await page.pass(0);
  expect(boxOf(page).fetched).toEqual([]);
  page.hear({ type: 'automatic-message', message: MESSAGE });
  await page.pass(0);
  expect(linkOf(page).link.welcome).toMatchObject({ type: 'welcome', message: MESSAGE });
});

test('A1: events are kept by name for as long as their page is shown, also those told before everything', async () => {
  const vetrina = stub();
  vetrina('event', 'early');
  const page = await arrive({ globals: { vetrina } });
  page.hear(RULES);
  await page.pass(1_000);
  call(page, 'smartsupp', 'event', 'added');
  const { scene } = linkOf(page);
  expect(scene().events).toEqual({ early: 0, added: 1_000 });
  page.navigate('/cart');
  page.fire('window', 'popstate');
  await page.pass(250);
  expect(scene()).toMatchObject({ at: 1_250, events: {}, page: { url: 'https://shop.test/cart' } });
});

test('A1: logged out, nothing of what the last visitor did on the page counts for the next', async () => {
  const page = await arrive();
  page.hear(RULES);
  await page.pass(0);
  call(page, 'vetrina', 'event', 'added');
  const { scene } = linkOf(page);
  const before = scene();
  call(page, 'vetrina', 'logout');
  expect(scene().events).toEqual({});
  expect(scene().page.id).not.toBe(before.page.id);
});

test('A1: a page that tells of events all day long drives out nothing that waits for the box', async () => {
  const page = await arrive();
  call(page, 'vetrina', 'language', 'it');
  for (let time = 0; time < 200; time += 1) call(page, 'vetrina', 'event', 'tick');
  page.hear(RULES);
  await page.pass(0);
  expect(linkOf(page).link.kept).toEqual([['command', 'language', 'it']]);
});

test('A2: whoever was fetched first hears on when the second comes, and what waits for the box waits on', async () => {
  const page = await arrive();
  page.hear(RULES);
  await page.pass(0);
  const { link } = linkOf(page);
  const heard: News[] = [];
  listenTo(link, (...news) => void heard.push(news));
  boxOf(page).heard.length = 0;
  call(page, 'vetrina', 'chat:message', 'Hello');
  const said = ['command', 'chat:message', 'Hello'];
  expect([heard, boxOf(page).heard, link.kept]).toEqual([[said], [said], [said]]);
});

test.each([Symbol('s'), null, undefined, {}, '__proto__', 'constructor', { toString: () => ({}) }])(
  'never throws into the page: an event that is called %o',
  async (name) => {
    const page = await arrive();
    expect(() => call(page, 'vetrina', 'event', name)).not.toThrow();
    page.hear(RULES);
    await page.pass(0);
    expect(Object.getPrototypeOf(linkOf(page).scene().events)).toBe(Object.prototype);
  },
);
