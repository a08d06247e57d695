import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { sparePort } from './spare-port.ts';

/** Where Linux begins with outgoing connections; macOS and Windows begin above it. */
const OUTGOING = 32_768;

test('a spare port is none that the system gives to a connection', async () => {
  for (let round = 0; round < 20; round += 1) expect(await sparePort()).toBeLessThan(OUTGOING);
});

test('a server can listen on it', async () => {
  const server = createServer().listen(await sparePort(), '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
});
