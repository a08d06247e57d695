/**
 * What stands before every command: packages that match the lock file, and a Node that can run TypeScript. Plain
 * JavaScript for any Node from 18 on, because it runs before either is known to be there.
 */
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNode } from './lib/node-binary.mjs';
import { installPackages, packagesAreCurrent } from './lib/packages.mjs';
import { ended, endTogether, start, stopAll } from './lib/processes.mjs';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Runs the same script with the same arguments under `node`, and ends with its code. */
async function handOver(node) {
  const child = start([node, ...process.argv.slice(1)], {
    // The channel carries nothing: when this process dies, however it dies, the other one notices and ends too.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` },
  });
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      asked = true;
      void stopAll();
    });
  }
  const code = await ended(child);
  process.exit(asked && code >= 128 ? 0 : code);
}

/**
 * Returns once packages are in place and this process is a Node that runs TypeScript; otherwise hands over to one that
 * is and never returns. Ends the process with a clear sentence when neither can be had.
 */
export async function prepare() {
  try {
    if (Number(process.versions.node.split('.')[0]) < 18) {
      throw new Error(`Vetrina's scripts need Node 18 or newer to start; this is ${process.versions.node}.`);
    }
    if (!existsSync(join(ROOT, 'package-lock.json'))) throw new Error(`There is no package-lock.json in ${ROOT}.`);
    if (!packagesAreCurrent(ROOT)) await installPackages(ROOT);
    const node = findNode(ROOT, {
      version: process.versions.node,
      execPath: process.execPath,
      platform: process.platform,
      arch: process.arch,
    });
    if (node !== process.execPath) await handOver(node);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
  endTogether();
}
