import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './processes.mjs';

const MINUTE = 60_000;

/**
 * Whether `node_modules` holds what `package-lock.json` names. npm writes `node_modules/.package-lock.json` as the last
 * step of an installation, so an interrupted one is seen too. Optional packages may be absent (other platforms), never
 * of another version.
 *
 * @param {Record<string, {version?: string, optional?: boolean, devOptional?: boolean, link?: boolean}>} wanted
 * @param {Record<string, {version?: string}>} installed
 */
export function sameVersions(wanted, installed) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.link) return true;
    const there = installed[path];
    if (!there) return Boolean(entry.optional || entry.devOptional);
    return there.version === entry.version;
  });
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** @param {string} root folder of the repository */
export function packagesAreCurrent(root) {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  try {
    return sameVersions(packagesOf(join(root, 'package-lock.json')), packagesOf(installed));
  } catch {
    return false;
  }
}

/** Runs `npm ci`, with a sign of life every ten seconds where there is no terminal to draw npm's own. */
export async function installPackages(root) {
  console.log('Installing packages (npm ci) …');
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  const life = setInterval(() => console.log(`  still installing, ${seconds()} s`), 10_000);
  // Under `npm run` the npm that called us is known; a bare `node scripts/…` takes the one on the path.
  const npm = process.env.npm_execpath;
  // Warnings about engines are meant for the Node that is being replaced.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const command = npm?.endsWith('.js') ? [process.execPath, npm, ...args] : ['npm', ...args];
  try {
    await run(command, {
      cwd: root,
      timeoutMs: 10 * MINUTE,
      shell: process.platform === 'win32' && command[0] === 'npm',
    });
  } finally {
    clearInterval(life);
  }
  console.log(`Packages are installed (${seconds()} s).`);
}
