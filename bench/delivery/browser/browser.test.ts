import { seededRandom } from '@vetrina/testkit/seeded-random';
import { expect, test } from 'vitest';
import { type OutboxStore, openOutboxStore } from '../../../apps/dashboard/src/feed/outbox-store.ts';
import { memoryStorage } from '../../../apps/widget/src/box/outbox/outbox-store.ts';
import { takeTurns } from '../../../apps/widget/src/box/outbox/take-turns.ts';
import { tabChannel } from '../../../apps/widget/src/box/tab-channel.ts';
import { Browser } from './browser.ts';
import { Page } from './page.ts';

type Kept = Parameters<OutboxStore['keep']>[0];
const AGENT = `ag${'a'.repeat(22)}` as Parameters<typeof openOutboxStore>[0];
const message = (id: string) => ({ id }) as unknown as Kept;

function pageOf(browser: Browser): Page {
  const options = { address: 'http://shop.test/', session: memoryStorage(), isInFront: true, headers: {} };
  return new Page(browser, { ...options, overheard: () => undefined });
}

/** With no storage to fall back on: the database alone. */
const outboxOf = ({ window: { indexedDB } }: Page) =>
  openOutboxStore(AGENT, { indexedDB, localStorage: memoryStorage() });
const idsIn = async (store: OutboxStore) => (await store.load()).map(({ id }) => id);

test('a browser: databases outlive the page that wrote them, and every tab reads them', async () => {
  const browser = new Browser(seededRandom(1));
  const first = pageOf(browser);
  await outboxOf(first).keep(message('a'));
  first.end();
  expect(await idsIn(outboxOf(pageOf(browser)))).toEqual(['a']);
});

test('a browser: what a page had not begun to commit goes with it, and disturbs nobody', async () => {
  const browser = new Browser(seededRandom(1));
  const [left, stays] = [pageOf(browser), pageOf(browser)];
  const [leaving, staying] = [outboxOf(left), outboxOf(stays)];
  await leaving.load();
  let isTold = false;
  void leaving.keep(message('a')).then(() => {
    isTold = true;
  });
  left.end();
  await staying.keep(message('b'));
  expect(await idsIn(staying)).toEqual(['b']);
  expect(isTold).toBe(false);
});

test('a browser: one tab at a time holds a lock, and a page that is left lets go of it', async () => {
  const browser = new Browser(seededRandom(1));
  const [left, stays] = [pageOf(browser), pageOf(browser)];
  const turns: string[] = [];
  void takeTurns(
    left.window.navigator,
    'key',
  )(async () => {
    turns.push('first');
    await new Promise(() => undefined);
  });
  const second = takeTurns(stays.window.navigator, 'key')(async () => void turns.push('second'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(turns).toEqual(['first']);
  left.end();
  await second;
  expect(turns).toEqual(['first', 'second']);
});

test('a browser: what one tab tells, the others hear', async () => {
  const browser = new Browser(seededRandom(1));
  const heard: string[] = [];
  const [a, b, stranger] = [pageOf(browser), pageOf(browser), pageOf(new Browser(seededRandom(2)))];
  const channels = { a, b, stranger };
  const [first] = Object.entries(channels).map(([name, { window: w }]) => {
    const channel = tabChannel(w, 'key');
    channel.onNews(({ is }) => heard.push(`${name}: ${is}`));
    return channel;
  });
  first?.tell({ is: 'outbox' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(heard).toEqual(['b: outbox']);
});
