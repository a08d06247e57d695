import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, start, stop } from './processes.mjs';

const START_LIMIT = 30_000;
const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** PostgreSQL refuses to run as root, so root lends it the user that Debian's package made, or `nobody`. */
function otherUser() {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  return { uid: Number(user?.[2] ?? 65_534), gid: Number(user?.[3] ?? 65_534) };
}

function sparePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/**
 * A PostgreSQL of our own in a temporary folder, on a spare loopback port, gone when the tests are.
 *
 * @param {string} bin folder with `initdb` and `postgres`
 * @returns {Promise<{url: string, end: () => Promise<void>}>}
 */
export async function startTestDatabase(bin) {
  const folder = mkdtempSync(join(tmpdir(), 'vetrina-postgres-'));
  const user = otherUser();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', HOME: folder };
  const options = { ...user, cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] };
  const data = join(folder, 'data');
  await run([join(bin, 'initdb'), '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...options,
    timeoutMs: 60_000,
  });
  const port = await sparePort();
  // Tests need answers, not durability; how commits survive a crash is PostgreSQL's own business.
  const settings = ['-c', 'fsync=off', '-c', 'log_min_messages=fatal', '-c', 'max_connections=200'];
  const child = start(
    [join(bin, 'postgres'), '-D', data, '-h', '127.0.0.1', '-p', `${port}`, '-k', '', ...settings],
    options,
  );
  const until = performance.now() + START_LIMIT;
  while (!(await accepts(port))) {
    if (performance.now() > until || child.exitCode !== null) throw new Error('PostgreSQL does not start');
    await later(100);
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    end: async () => {
      await stop(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
