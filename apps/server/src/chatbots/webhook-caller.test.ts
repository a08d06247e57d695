import type { WebhookCall } from '@vetrina/protocol/http/chatbots';
import { expect, test } from 'vitest';
import { fakeOutside, json } from './fake-outside.ts';
import { createWebhooks } from './webhook-caller.ts';

const own = createWebhooks({ ownNetwork: true });

const call = (address: string, more: Partial<WebhookCall> = {}): WebhookCall => ({
  address,
  body: { visitor: { name: 'Vera' }, answers: { order: 'A-17' } },
  picks: [{ path: 'order.status', keepAs: 'status' }],
  timeoutMs: 2_000,
  ...more,
});

test('A7: posts what the block says, and takes what it wants of the answer', async () => {
  await using shop = await fakeOutside((_, response) =>
    json(response, 200, { order: { status: 'sent', secret: 'x' } }),
  );
  expect(await own.call(call(`${shop.url}/orders`))).toEqual({ outcome: 'ok', answers: { status: 'sent' } });
  expect(shop.asked).toMatchObject([
    {
      path: '/orders',
      body: { visitor: { name: 'Vera' }, answers: { order: 'A-17' } },
      headers: { 'content-type': 'application/json' },
    },
  ]);
});

test.each([
  ['not 2xx', 404, '{}', { because: 'status', status: 404 }],
  ['a redirect, which is not followed', 302, '', { because: 'status', status: 302 }],
  ['no JSON', 200, '<html>', { because: 'not-json', status: 200 }],
  ['more than a few facts', 200, `"${'x'.repeat(70_000)}"`, { because: 'too-large', status: 200 }],
])('A7: %s is an outcome, not a fault', async (_, status, body, expected) => {
  await using shop = await fakeOutside((__, response) => {
    response.writeHead(status, { location: 'http://127.0.0.1/' }).end(body);
  });
  expect(await own.call(call(shop.url))).toEqual({ outcome: 'failed', ...expected });
});

test('A7: a server that does not answer in time, or drips, is given up', async () => {
  await using slow = await fakeOutside(() => undefined);
  expect(await own.call(call(slow.url, { timeoutMs: 50 }))).toMatchObject({ because: 'timed-out' });
  await using dripping = await fakeOutside((_, response) => void response.writeHead(200).write('{'));
  expect(await own.call(call(dripping.url, { timeoutMs: 50 }))).toMatchObject({ because: 'timed-out' });
});

test('A7: a server that wants to speak something else is an outcome', async () => {
  const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: chat\r\n\r\n';
  await using shop = await fakeOutside((_, response) => void response.socket?.end(upgrade));
  expect(await own.call(call(shop.url))).toEqual({ outcome: 'failed', because: 'status', status: 101 });
});

test('A7: nobody there is an outcome', async () => {
  const gone = await fakeOutside(() => undefined);
  await gone[Symbol.asyncDispose]();
  expect(await own.call(call(gone.url))).toMatchObject({ outcome: 'failed', because: 'unreachable' });
});

test.each([
  'http://93.184.216.34/',
  'https://127.0.0.1/',
  'https://localhost/',
  'https://[::ffff:10.0.0.1]/',
  'ftp://x',
  'nonsense',
])('A7: %s is not called by the accounts of a server that did not allow it', async (address) => {
  const webhooks = createWebhooks({ ownNetwork: false });
  expect(await webhooks.call(call(address))).toEqual({ outcome: 'failed', because: 'address', status: null });
});
