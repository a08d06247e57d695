import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cannotListen } from '../src/cannot-start.ts';
import { httpWorld } from './http-world.ts';

it('a port that is taken is named in one sentence', async () => {
  await using first = await httpWorld({ PORT: '0' });
  const port = new URL(await first.app.start()).port;
  await using second = await httpWorld({ PORT: port });
  await expect(second.app.start()).rejects.toThrow(
    `Cannot listen on 127.0.0.1, port ${port} (HOST, PORT): another program already listens there.`,
  );
  expect(cannotListen('::1', 80, new Error('listen EACCES')).message).toContain('listen EACCES');
});

it('a database that cannot be used is named with its setting, without its password', async () => {
  await expect(httpWorld({ DATABASE_URL: 'postgres://ada:secret@127.0.0.1:1/shop' }, undefined, false)).rejects.toThrow(
    /^The PostgreSQL database at 127\.0\.0\.1:1\/shop \(DATABASE_URL\) cannot be used: .*ECONNREFUSED.*\.$/,
  );
  const folder = mkdtempSync(join(tmpdir(), 'vetrina-broken-'));
  writeFileSync(join(folder, 'vetrina.sqlite'), 'no database at all '.repeat(500));
  await expect(httpWorld({ DATA_DIR: folder }, undefined, false)).rejects.toThrow(
    `The data folder ${folder} (DATA_DIR) cannot be used: file is not a database.`,
  );
});

it('bad input: a demo’s data, with its public passwords, is no server for the world', async () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'vetrina-demo-'));
  {
    await using _demo = await httpWorld({ DATA_DIR, DEMO: '1' }, undefined, false);
  }
  await expect(httpWorld({ DATA_DIR }, undefined, false)).rejects.toThrow(
    /^The data folder \(DATA_DIR\) is a demo's: .* KEEP_DEMO_ACCOUNTS=1\.$/,
  );
  {
    await using meant = await httpWorld({ DATA_DIR, KEEP_DEMO_ACCOUNTS: '1' }, undefined, false);
    expect(meant.app.demoLogins).toEqual([]);
  }
  await using _again = await httpWorld({ DATA_DIR, DEMO: '1' }, undefined, false);
});

it('bad input: half a request does not keep the server from ending', async () => {
  const world = await httpWorld({ PORT: '0' });
  await world.app.start();
  const { port } = world.app.http.server.address() as AddressInfo;
  const peer = connect({ port, host: '127.0.0.1' });
  peer.on('error', () => undefined);
  peer.write('POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n');
  await once(world.app.http.server, 'connection');
  const stopped = world[Symbol.asyncDispose]();
  await new Promise((resolve) => setImmediate(resolve));
  world.clock.advance(5_000);
  await stopped;
  peer.destroy();
});
