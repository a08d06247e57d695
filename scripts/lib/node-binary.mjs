import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The first Node that strips types without a flag; the server is run from its TypeScript sources. */
export const NEEDED = [22, 18];

/** @param {string} version such as `24.21.0` */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [needMajor, needMinor] = NEEDED;
  if (major === 23) return minor >= 6;
  return major > needMajor || (major === needMajor && minor >= needMinor);
}

/** Where npm puts the Node that this repository brings along as an optional dependency. */
export function broughtNode(root, platform = process.platform, arch = process.arch) {
  if (platform === 'win32') return join(root, 'node_modules', `node-win-${arch}`, 'bin', 'node.exe');
  return join(root, 'node_modules', `node-${platform}-${arch}`, 'bin', 'node');
}

/**
 * The Node that runs everything: this process' own if it is new enough, else the one npm brought.
 *
 * @param {string} root folder of the repository
 * @param {{version: string, execPath: string, platform: string, arch: string, exists?: (path: string) => boolean}} own
 * @returns {string} path of the binary
 * @throws if there is none, with a sentence that says what to do
 */
export function findNode(root, own) {
  if (isNewEnough(own.version)) return own.execPath;
  const brought = broughtNode(root, own.platform, own.arch);
  if ((own.exists ?? existsSync)(brought)) return brought;
  throw new Error(
    `Vetrina needs Node ${NEEDED.join('.')} or newer; this is ${own.version}, and there is no packaged Node for ` +
      `${own.platform}-${own.arch}. Please install one (https://nodejs.org) and run the command again.`,
  );
}
