import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { start } from './processes.mjs';
// biome-ignore lint/correctness/useImportExtensions: it takes the types beside the script for the script.
import { SERVER_FLAGS } from './server-flags.mjs';

/** How long the server may take from its start to its first answer, ms. */
const START_LIMIT = 60_000;

const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves once `/healthz` answers 200. @throws after `START_LIMIT` */
async function answers(url) {
  const until = performance.now() + START_LIMIT;
  while (performance.now() < until) {
    const ok = await fetch(new URL('/healthz', url)).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await later(100);
  }
  throw new Error(`The server at ${url} does not answer /healthz.`);
}

/**
 * Starts the server and passes on what it prints. Its `ready:` line is held back until `/healthz` answers, so whoever
 * waits for that line can rely on it.
 *
 * @param {string} root
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<{child: import('node:child_process').ChildProcess, url: string}>}
 */
export function startServer(root, env) {
  const child = start([process.execPath, ...SERVER_FLAGS, join(root, 'apps/server/src/main.ts')], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = /^ready: (https?:\/\/\S+)/.exec(line);
      if (!ready) {
        console.log(line);
        return;
      }
      answers(ready[1]).then(() => {
        console.log(line);
        resolve({ child, url: ready[1] });
      }, reject);
    });
  });
}
