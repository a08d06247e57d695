import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
// biome-ignore lint/correctness/useImportExtensions: it takes the types beside the script for the script.
import { SERVER_FLAGS } from '../../scripts/lib/server-flags.mjs';

/** A child that answers one request at a time. */
export interface Generator<Request, Answer> {
  ask(request: Request): Promise<Answer>;
  end(): void;
}

/** Starts `file` (beside this one) as a generator process. */
export function generator<Request extends object, Answer>(file: string): Generator<Request, Answer> {
  const child = fork(join(import.meta.dirname, file));
  return {
    ask(request) {
      return new Promise((resolve, reject) => {
        const ended = (code: number | null) => reject(new Error(`${file} ended with ${code}`));
        child.once('exit', ended);
        child.once('message', (answer) => {
          child.off('exit', ended);
          resolve(answer as Answer);
        });
        child.send(request);
      });
    },
    end: () => child.disconnect(),
  };
}

/** A server process that said where it answers. */
export interface RunningServer {
  readonly child: ChildProcess;
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const PATIENCE = 30_000;

/** Runs a server, as `npm start` does, until it prints `ready: http://…`. @throws when it ends before that, or takes longer than 30 s */
export async function startServer(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<RunningServer> {
  const child = spawn(process.execPath, [...SERVER_FLAGS, file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${file} is not ready after ${PATIENCE} ms`)), PATIENCE);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    lines.on('line', (line) => {
      const address = /^ready: (\S+)/.exec(line)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
  }).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    child,
    url,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
      await gone;
      clearTimeout(force);
    },
  };
}
