import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = new URL('../../apps/server/src/main.ts', import.meta.url).pathname;
async function sparePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(() => resolve()));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
/** Starts a server; `demo` seeds the three demo accounts and serves the shop. Resolves when it printed `ready:`. */
export async function startServer(options) {
  const port = await sparePort();
  const dataDir = await mkdtemp(join(tmpdir(), 'vetrina-e2e-'));
  const url = `http://127.0.0.1:${port}`;
  let output = '';
  let child;
  const start = () =>
    new Promise((resolve, reject) => {
      const env = {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        DATABASE_URL: '',
        ...(options.demo ? { DEMO: '1' } : {}),
      };
      child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      const read = (chunk) => {
        output += chunk.toString();
        if (output.includes(`ready: ${url}`)) resolve();
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      child.once('exit', (code) => reject(new Error(`server ended with ${code}\n${output}`)));
    });
  const end = (signal) =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.removeAllListeners('exit');
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  await start();
  const logins = {};
  for (const [, plan, email, password] of output.matchAll(/^login: (\w+) (\S+) (.+)$/gm)) {
    if (plan && email && password) (logins[plan] ??= []).push({ email, password: password.trim() });
  }
  return {
    url,
    logins,
    output: () => output,
    async crashAndRestart() {
      await end('SIGKILL');
      output = '';
      await start();
    },
    async stop() {
      await end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
