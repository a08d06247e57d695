import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { sparePort } from './spare-port.ts';

const run = promisify(execFile);

/** A PostgreSQL server for one test file: every `freshDatabase` is empty and its own. */
export interface TestPostgres {
  freshDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Finds a PostgreSQL to test on: `TEST_DATABASE_URL` (databases are created there and dropped again), else a cluster of our
 * own from Debian's binaries, in a temporary folder on a spare port of the loopback address. null when there is neither.
 */
export async function startTestPostgres(env: NodeJS.ProcessEnv): Promise<TestPostgres | null> {
  if (env.TEST_DATABASE_URL !== undefined && env.TEST_DATABASE_URL !== '') {
    return databasesOn(env.TEST_DATABASE_URL, async () => {});
  }
  const binaries = debianBinaries();
  return binaries === null ? null : ownCluster(binaries);
}

function debianBinaries(): string | null {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return null;
  const newest = readdirSync(root).sort((a, b) => Number(b) - Number(a))[0];
  return newest !== undefined && existsSync(join(root, newest, 'bin/initdb')) ? join(root, newest, 'bin') : null;
}

async function ownCluster(binaries: string): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'vetrina-postgres-'));
  const owner = await serverUser(folder);
  const data = join(folder, 'data');
  await run(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'vetrina', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    owner,
  );
  const port = await sparePort();
  const settings = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: folder, fsync: 'off' };
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...owner, stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = `postgres://vetrina@127.0.0.1:${port}/postgres`;
  // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', () => server.kill('SIGQUIT'));
  try {
    await answers(url);
  } catch (error) {
    await stop();
    throw error;
  }
  return databasesOn(url, stop);
}

/** PostgreSQL refuses to run as root: then it runs as the user Debian made for it, or as nobody, who gets the folder. */
async function serverUser(folder: string): Promise<{ uid?: number; gid?: number; cwd: string }> {
  if (process.getuid?.() !== 0) return { cwd: folder };
  const name = await run('id', ['-u', 'postgres']).then(
    () => 'postgres',
    () => 'nobody',
  );
  const uid = Number((await run('id', ['-u', name])).stdout);
  const gid = Number((await run('id', ['-g', name])).stdout);
  await chown(folder, uid, gid);
  return { uid, gid, cwd: folder };
}

async function answers(url: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => {});
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function databasesOn(adminUrl: string, stopServer: () => Promise<void>): TestPostgres {
  const made: string[] = [];
  const asAdmin = async (statement: string) => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  return {
    async freshDatabase() {
      const name = `vetrina_test_${randomBytes(6).toString('hex')}`;
      await asAdmin(`create database ${name}`);
      made.push(name);
      const url = new URL(adminUrl);
      url.pathname = `/${name}`;
      return url.href;
    },
    async stop() {
      for (const name of made) await asAdmin(`drop database if exists ${name} with (force)`);
      await stopServer();
    },
  };
}
