import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { FakeClock } from '@vetrina/testkit/fake-clock';
import Fastify from 'fastify';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createClientIp, createProxyCheck, type ProxyTrust } from '../../platform/client-ip.ts';
import { UPLOAD_ROUTE } from './file-doors.ts';
import { limitRequests } from './request-limits.ts';

let clock: FakeClock;
let app: ReturnType<typeof Fastify>;
let peers: Socket[];
let cut: string[];

beforeEach(() => {
  clock = new FakeClock();
  [peers, cut] = [[], []];
});
afterEach(async () => {
  for (const peer of peers) peer.destroy();
  app.server.closeAllConnections();
  await app.close();
});

/** A server with room for five connections, two of one address. */
async function serve(trust: ProxyTrust) {
  app = Fastify({ forceCloseConnections: true });
  limitRequests(app, {
    ...{ clock, clientIp: createClientIp(trust), isProxy: createProxyCheck(trust) },
    limits: { perAddress: 2, connections: 5 },
    refused: (because) => cut.push(because),
  });
  app.get('/quick', async () => 'quick');
  app.get('/held', () => new Promise<never>(() => undefined));
  app.post('/said', async () => 'taken');
  app.put(UPLOAD_ROUTE, async () => 'taken');
  await app.listen({ host: '127.0.0.1', port: 0 });
}

async function knock(text: string): Promise<Socket> {
  const peer = connect({ port: (app.server.address() as AddressInfo).port, host: '127.0.0.1' });
  peers.push(peer);
  peer.on('error', () => undefined);
  peer.write(text);
  await once(peer, 'connect');
  return peer;
}

const get = (path: string, from: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${from}\r\n\r\n`;
const half = (method: string, path: string) => `${method} ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{`;
const statusOf = async (peer: Socket) => String((await once(peer, 'data'))[0]).slice(9, 12);
const untilOpen = (count: number) =>
  vi.waitFor(async () => {
    const open = await new Promise((resolve) =>
      app.server.getConnections((_error: Error | null, held: number) => resolve(held)),
    );
    expect(open).toBe(count);
  });
const PROXY = { kind: 'hops', count: 1 } as const;

it('bad input: connections past what plain HTTP may have are cut, and there is room again when they go', async () => {
  await serve({ kind: 'none' });
  for (let nth = 0; nth < 5; nth += 1) await knock('GET /held HTTP/1.1\r\n');
  await once(await knock(''), 'close');
  expect(cut).toEqual(['too-many-connections']);
  peers[0]?.destroy();
  await untilOpen(4);
  expect(await statusOf(await knock(get('/quick', '198.51.100.7')))).toBe('200');
});

it('bad input: one address has so many connections, others are not disturbed', async () => {
  await serve({ kind: 'none' });
  const arrive = (remoteAddress: string) => {
    const peer = Object.assign(new PassThrough(), { remoteAddress });
    app.server.emit('connection', peer);
    return peer;
  };
  const mine = [1, 2, 3].map(() => arrive('::ffff:198.51.100.7'));
  expect(mine.map(({ destroyed }) => destroyed)).toEqual([false, false, true]);
  expect(arrive('198.51.100.8').destroyed).toBe(false);
  mine[0]?.destroy();
  await once(mine[0] as PassThrough, 'close');
  expect(arrive('198.51.100.7').destroyed).toBe(false);
});

it('bad input: idle connections make room for those that ask', async () => {
  await serve({ kind: 'none' });
  for (let nth = 0; nth < 5; nth += 1) expect(await statusOf(await knock(get('/quick', '198.51.100.7')))).toBe('200');
  await once((await knock('')).resume(), 'close');
  await Promise.all(peers.slice(0, 5).map((peer) => peer.destroyed || once(peer.resume(), 'close')));
  expect(await statusOf(await knock(get('/quick', '198.51.100.7')))).toBe('200');
});

it('bad input: one address behind a proxy has so many requests under way, others are not disturbed', async () => {
  await serve(PROXY);
  const held = [await knock(get('/held', '198.51.100.7')), await knock(get('/held', '198.51.100.7'))];
  expect(await statusOf(await knock(get('/quick', '198.51.100.7')))).toBe('500');
  expect(await statusOf(await knock(get('/quick', '198.51.100.8')))).toBe('200');
  held[0]?.destroy();
  await untilOpen(3);
  expect(await statusOf(await knock(get('/quick', '198.51.100.7')))).toBe('200');
});

it('bad input: a body that does not come is not waited for, except for uploads', async () => {
  await serve({ kind: 'none' });
  const said = await knock(half('POST', '/said'));
  const upload = await knock(half('PUT', '/api/v1/uploads/token'));
  await untilOpen(2);
  await vi.waitFor(() => expect(clock.waiting).toBe(1));
  clock.advance(14_999);
  expect([said.destroyed, upload.destroyed]).toEqual([false, false]);
  clock.advance(1);
  await once(said.resume(), 'close');
  expect([cut, upload.destroyed]).toEqual([['slow-body'], false]);
});

it('a body that came leaves no timer behind', async () => {
  await serve({ kind: 'none' });
  const whole = 'POST /said HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}';
  expect(await statusOf(await knock(whole))).toBe('200');
  expect(clock.waiting).toBe(0);
});
