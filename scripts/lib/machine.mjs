import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './processes.mjs';

const MINUTE = 60_000;
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const DEBIAN_POSTGRES = '/usr/lib/postgresql';

/** Path of a Chromium the browser tests can use, or null. */
export async function findChromium(root) {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : null;
  const system = CHROMIUM.find((path) => existsSync(path));
  if (system) return system;
  const playwright = await import(pathToFileURL(join(root, 'node_modules/playwright-core/index.mjs')).href);
  const own = playwright.chromium.executablePath();
  return existsSync(own) ? own : null;
}

/** Whether the tests will find a PostgreSQL: one they are given, or Debian's binaries, from which they start their own. */
export function hasPostgres() {
  if (process.env.TEST_DATABASE_URL) return true;
  const versions = existsSync(DEBIAN_POSTGRES) ? readdirSync(DEBIAN_POSTGRES) : [];
  return versions.some((version) => existsSync(join(DEBIAN_POSTGRES, version, 'bin', 'initdb')));
}

/** Debian packages can be installed without asking anyone. */
export function mayInstallDebianPackages() {
  return existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

/** @param {string[]} packages */
export async function installDebianPackages(packages) {
  console.log(`Installing Debian packages: ${packages.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run(['apt-get', 'update', '-qq'], { timeoutMs: 3 * MINUTE, env });
  await run(['apt-get', 'install', '-y', '-qq', '-o', 'Dpkg::Use-Pty=0', '--no-install-recommends', ...packages], {
    timeoutMs: 6 * MINUTE,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/**
 * Makes the browser and the database server available where that is possible.
 *
 * @returns {Promise<{chromium: string | null, postgres: boolean}>}
 */
export async function prepareMachine(root) {
  const wanted = [];
  if ((await findChromium(root)) === null) wanted.push('chromium', 'fonts-liberation', 'fonts-noto-color-emoji');
  if (!hasPostgres()) wanted.push('postgresql');
  if (wanted.length > 0 && mayInstallDebianPackages()) {
    await installDebianPackages(wanted).catch((error) => console.error(`Debian packages: ${error.message}`));
  }
  return { chromium: await findChromium(root), postgres: hasPostgres() };
}
