import { spawn } from 'node:child_process';

/** How long a child may take to end by itself after SIGTERM, ms. */
const PATIENCE = 10_000;

/** Every child of this process that still runs, so that none outlives it. */
const running = new Set();

/**
 * Starts a child that is ended together with this process.
 *
 * @param {string[]} command program and arguments
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, options = {}) {
  const [program, ...args] = command;
  const child = spawn(program, args, { stdio: 'inherit', ...options });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Resolves with the exit code; a child ended by a signal answers 128 + its number, as shells do. */
export function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/**
 * Runs a command to its end.
 *
 * @param {string[]} command
 * @param {import('node:child_process').SpawnOptions & {timeoutMs?: number, mayFail?: boolean}} [options]
 * @returns {Promise<number>} the exit code
 * @throws on a non-zero code unless `mayFail`, and when the time is over
 */
export async function run(command, { timeoutMs = 0, mayFail = false, ...options } = {}) {
  const child = start(command, options);
  let late = false;
  const timer = timeoutMs
    ? setTimeout(() => {
        late = true;
        console.error(`\n${command.join(' ')}: not done after ${timeoutMs / 1000} s, ending it.`);
        void stop(child);
      }, timeoutMs)
    : undefined;
  const code = await ended(child).finally(() => clearTimeout(timer));
  if (late) throw new Error(`${command[0]} took too long`);
  if (code !== 0 && !mayFail) throw new Error(`${command.join(' ')} ended with ${code}`);
  return code;
}

/** Asks a child to end, and makes it end when it does not. */
export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = ended(child).catch(() => 1);
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await gone;
  clearTimeout(force);
}

/** Ends all children, last started first: the crowd before the server it talks to. */
export async function stopAll() {
  for (const child of [...running].reverse()) await stop(child);
}

let ending = false;

/** Ends with `code` and everything started here, unless an ending on request is under way, which answers 0. */
export async function finish(code) {
  if (ending) return;
  ending = true;
  await stopAll();
  process.exit(code);
}

/**
 * Ctrl-C, SIGTERM and the end of the process that started us all end the children, then this process. Ending on request
 * is no failure: the code is 0.
 */
export function endTogether() {
  const end = () => finish(0);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  if (process.channel) {
    process.on('disconnect', end);
    // Only watched: it must not keep a finished script alive.
    process.channel.unref();
  }
}
