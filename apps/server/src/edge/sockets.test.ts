import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect as connectTcp } from 'node:net';
import { CLOSE } from '@vetrina/protocol/close-codes';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createClientIp } from '../platform/client-ip.ts';
import { systemClock } from '../platform/clock.ts';
import type { Peer, Socket } from './socket.ts';
import { attachSockets } from './sockets.ts';

const DASHBOARD = 'https://chat.example';

let server: Server;
let doors: ReturnType<typeof attachSockets>;
let base: string;
let visitors: { socket: Socket; peer: Peer; key: string | null }[];
let agents: Peer[];
let received: string[];
let counted: string[];

beforeEach(async () => {
  [visitors, agents, received, counted] = [[], [], [], []];
  server = createServer();
  doors = attachSockets(server, {
    clock: systemClock,
    clientIp: createClientIp({ kind: 'hops', count: 1 }),
    agentOrigins: [DASHBOARD],
    visitorGateway: {
      accept(socket, peer, key) {
        visitors.push({ socket, peer, key });
        socket.onMessage((data) => received.push(Buffer.from(data).toString()));
      },
    },
    agentGateway: { accept: (_socket, peer) => agents.push(peer) },
    counters: { count: (name, label) => counted.push(`${name} ${label}`) },
    limits: { connectionsPerIp: 2, handshakesPerIp: 1, burstPerIp: 20, handshakes: 100, connections: 1_000 },
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  doors.close();
  server.closeAllConnections();
  server.close();
});

const connect = (path: string, headers: Record<string, string> = {}) => new WebSocket(base + path, { headers });
/** One empty piece of a message that goes on. */
function fragment(opcode: number): Buffer {
  return Buffer.from([opcode, 0x80, 0, 0, 0, 0]);
}
/** What a browser asks for when it wants a socket. */
function upgradeTo(path: string, version = '13'): string {
  const fields = [
    ...['Host: x', 'Upgrade: websocket', 'Connection: Upgrade', `Sec-WebSocket-Version: ${version}`],
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ];
  return `GET ${path} HTTP/1.1\r\n${fields.join('\r\n')}\r\n\r\n`;
}
/** A peer that speaks bytes and leaves its side open. */
function rawUpgrade(path: string, version?: string) {
  const { port } = server.address() as AddressInfo;
  const peer = connectTcp({ port, host: '127.0.0.1', allowHalfOpen: true });
  peer.on('error', () => undefined);
  peer.write(upgradeTo(path, version));
  return peer;
}
const refusal = (socket: WebSocket) =>
  new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
  });
const ending = async (socket: WebSocket) => (await once(socket, 'close'))[0];

it('a visitor comes in with key, address, origin and browser, and is heard', async () => {
  const socket = connect('/ws/visitor?key=Key1', {
    origin: 'https://shop.example',
    'x-forwarded-for': '203.0.113.9',
    'user-agent': 'Firefox',
  });
  await once(socket, 'open');
  socket.send('hello');
  socket.send(new Uint8Array([104, 105]));
  socket.close(1000);
  await ending(socket);
  expect(visitors[0]).toMatchObject({
    key: 'Key1',
    peer: { ip: '203.0.113.9', origin: 'https://shop.example', userAgent: 'Firefox' },
  });
  expect(received).toEqual(['hello', 'hi']);
});

it.each([
  undefined,
  'https://evil.example',
  'https://chat.example.evil',
  'http://chat.example',
  'https://chat.example:444',
  'null',
])('bad input: an agent socket from %s is refused before the upgrade', async (origin) => {
  expect(await refusal(connect('/ws/agent', origin === undefined ? {} : { origin }))).toBe(403);
  expect(agents).toEqual([]);
});

it('an agent socket from the dashboard comes in', async () => {
  const socket = connect('/ws/agent', { origin: DASHBOARD });
  await once(socket, 'open');
  expect(agents).toHaveLength(1);
  socket.terminate();
});

it('who was connected before the end and asks to come in after it is refused, and does not hold it up', async () => {
  // As `limitRequests` listens, too: Node hands a socket over to whoever listens, and lets go of it.
  server.on('upgrade', () => undefined);
  const { port } = server.address() as AddressInfo;
  const late = connectTcp({ port, host: '127.0.0.1' });
  await once(server, 'connection');
  doors.close();
  const ended = once(server, 'close');
  server.close();
  late.write(upgradeTo('/ws/visitor?key=Key1'));
  const [answer] = (await once(late, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 503 /);
  await ended;
});

it('bad input: other paths are nothing, and while draining nobody comes in', async () => {
  expect(await refusal(connect('/ws/else'))).toBe(404);
  doors.stopAdmitting();
  expect(await refusal(connect('/ws/visitor?key=Key1'))).toBe(503);
});

it('bad input: an oversize frame ends its socket', async () => {
  const socket = connect('/ws/visitor?key=Key1');
  await once(socket, 'open');
  socket.send('x'.repeat(16 * 1024 + 1));
  expect(await ending(socket)).toBe(1009);
  expect(received).toEqual([]);
  expect(counted).toContain('frames_refused too-large');
});

const RAW: [string, string, Buffer][] = [
  ['bytes that are no frame', 'broken', Buffer.from([0xff, 0xff])],
  ['a frame without a mask', 'broken', Buffer.from([0x81, 0x02, 65, 66])],
  ['a length of 2^63', 'too-large', Buffer.from([0x81, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0])],
  [
    'fragments without end',
    'too-many',
    Buffer.concat([fragment(1), ...Array.from({ length: 17_000 }, () => fragment(0))]),
  ],
];

it.each(RAW)('bad input: %s ends its socket and is counted as %s', async (_what, fault, bytes) => {
  const peer = rawUpgrade('/ws/visitor?key=Key1');
  await once(peer, 'data');
  peer.write(bytes);
  await once(peer, 'end');
  expect(counted).toContain(`frames_refused ${fault}`);
  expect(received).toEqual([]);
  peer.destroy();
});

it('bad input: a refused peer that never closes is let go all the same', async () => {
  const refused = [rawUpgrade('/ws/else'), rawUpgrade('/ws/agent'), rawUpgrade('/ws/visitor', '12')];
  await Promise.all(refused.map((peer) => once(peer.resume(), 'end')));
  expect(await new Promise((resolve) => server.getConnections((_error, count) => resolve(count)))).toBe(0);
  expect(counted.toSorted()).toEqual([
    'upgrades_refused bad-handshake',
    'upgrades_refused foreign-origin',
    'upgrades_refused unknown-path',
  ]);
  for (const peer of refused) peer.destroy();
});

it('bad input: an address that goes on knocking is refused before the upgrade, and others come in', async () => {
  const from = { 'x-forwarded-for': '203.0.113.9' };
  const open = Array.from({ length: 22 }, () => connect('/ws/visitor?key=Key1', from));
  const ends = await Promise.all(open.slice(2).map((socket) => ending(socket)));
  expect(new Set(ends)).toEqual(new Set([CLOSE.tooManyConnections.code]));
  expect(await refusal(connect('/ws/visitor?key=Key1', from))).toBe(429);
  expect(counted).toContain('upgrades_refused too-many-from-address');
  const other = connect('/ws/visitor?key=Key1', { 'x-forwarded-for': '203.0.113.10' });
  await once(other, 'open');
  for (const socket of [...open.slice(0, 2), other]) socket.terminate();
});

it('bad input: too many sockets from one address are told so, and make room when they go', async () => {
  const from = { 'x-forwarded-for': '203.0.113.9' };
  const open = [connect('/ws/visitor?key=Key1', from), connect('/ws/visitor?key=Key1', from)];
  await Promise.all(open.map((socket) => once(socket, 'open')));
  expect(await ending(connect('/ws/visitor?key=Key1', from))).toBe(CLOSE.tooManyConnections.code);
  const [first] = open;
  first?.close();
  await ending(first as WebSocket);
  await once(connect('/ws/visitor?key=Key1', { 'x-forwarded-for': '203.0.113.10' }), 'open');
  for (const socket of open) socket.terminate();
});
