import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from './processes.mjs';

const MINUTE = 60_000;
const SKIPPED = new Set(['node_modules', 'dist', 'test']);

/** What the browser is sent, in the order of building. Everything else runs from its sources. */
export const BUILT = ['widget', 'dashboard'];

function* filesUnder(path) {
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = join(path, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) yield* filesUnder(full);
    } else if (!/\.test\.tsx?$/.test(entry.name)) yield full;
  }
}

/** One hash over everything that can change an app's bundle: its own files, the shared packages, the lock file. */
export function sourcesHash(root, app) {
  const hash = createHash('sha256');
  const folders = [join(root, 'apps', app), join(root, 'packages')].filter((folder) => existsSync(folder));
  const files = [...folders.flatMap((folder) => [...filesUnder(folder)]), join(root, 'package-lock.json')];
  for (const file of files) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Whether the last build was made of these sources. */
export function isBuilt(root, app, hash = sourcesHash(root, app)) {
  const stamp = join(root, '.cache', `built-${app}`);
  return existsSync(join(root, 'apps', app, 'dist')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

/** Builds what is out of date. @throws when a build fails */
export async function build(root, apps = BUILT) {
  for (const app of apps) {
    const hash = sourcesHash(root, app);
    if (isBuilt(root, app, hash)) continue;
    console.log(`Building ${app} …`);
    await run([process.execPath, join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
      cwd: join(root, 'apps', app),
      timeoutMs: 3 * MINUTE,
      env: { ...process.env, NODE_ENV: 'production' },
    });
    mkdirSync(join(root, '.cache'), { recursive: true });
    writeFileSync(join(root, '.cache', `built-${app}`), hash);
  }
}
