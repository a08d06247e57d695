import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sparePort } from '@vetrina/testkit/spare-port';

const MAIN = new URL('../../apps/server/src/main.ts', import.meta.url).pathname;
const MOVED = new URL('./moved-server.ts', import.meta.url).pathname;
/** Each scene starts a server: what the first of them compiled need not be compiled again. */
const COMPILED = join(tmpdir(), 'vetrina-e2e-compiled');
const OPERATOR = new URL('../../apps/server/src/operator/main.ts', import.meta.url).pathname;

export interface Login {
  readonly email: string;
  readonly password: string;
}

/** A real server process on its own port with its own data folder. */
export interface RunningServer {
  readonly url: string;
  readonly logins: Readonly<Record<string, readonly Login[]>>;
  /** Everything the server wrote, for a failing scene's report. */
  output(): string;
  /** SIGKILL, then the same port and data again. */
  crashAndRestart(): Promise<void>;
  /** Moves its time on. Only of a server whose time moves. */
  passes(ms: number): Promise<void>;
  /** One command of `npm run operator`, as typed. */
  operate(...words: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server; `demo` seeds the three demo accounts and serves the shop. Resolves when it printed `ready:`. */
export async function startServer(options: {
  readonly demo: boolean;
  /** Its time can be moved on. */
  readonly moves?: boolean;
  /** More of what an operator can set. */
  readonly env?: Readonly<Record<string, string>>;
}): Promise<RunningServer> {
  const port = await sparePort();
  const dataDir = await mkdtemp(join(tmpdir(), 'vetrina-e2e-'));
  const url = `http://127.0.0.1:${port}`;
  let output = '';
  let child: ChildProcess;

  const start = () =>
    new Promise<void>((resolve, reject) => {
      const env = {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        DATABASE_URL: '',
        NODE_COMPILE_CACHE: COMPILED,
        ...(options.demo ? { DEMO: '1' } : {}),
        ...options.env,
      };
      child =
        options.moves === true
          ? spawn(process.execPath, [MOVED], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
          : spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      const read = (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes(`ready: ${url}`)) resolve();
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      child.once('exit', (code) => reject(new Error(`server ended with ${code}\n${output}`)));
    });

  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.removeAllListeners('exit');
      child.once('exit', () => resolve());
      child.kill(signal);
    });

  await start();
  const logins: Record<string, Login[]> = {};
  for (const [, plan, email, password] of output.matchAll(/^login: (\w+) (\S+) (.+)$/gm)) {
    if (!plan || !email || !password) continue;
    logins[plan] ??= [];
    logins[plan].push({ email, password: password.trim() });
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
    passes: (ms) =>
      new Promise((resolve) => {
        child.once('message', () => resolve());
        child.send(ms);
      }),
    async operate(...words) {
      const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' };
      await promisify(execFile)(process.execPath, [OPERATOR, ...words], { env });
    },
    async stop() {
      await end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
