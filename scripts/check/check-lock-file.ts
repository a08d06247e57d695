import type { Finding } from './source-file.ts';

interface LockFile {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly link?: boolean; readonly integrity?: string }>
  >;
}

/**
 * The lock file names versions and hashes, no addresses: a mirror's address in it would send everyone else there.
 * Workspace links keep their folder.
 */
export function checkLockFile(text: string): Finding[] {
  const { packages } = JSON.parse(text) as LockFile;
  const findings: Finding[] = [];
  for (const [path, entry] of Object.entries(packages)) {
    if (!path.includes('node_modules/') || entry.link) continue;
    const at = { path: 'package-lock.json', line: 1 };
    if (entry.resolved)
      findings.push({ ...at, message: `${path} has an address; run npm install with the repository's .npmrc` });
    if (!entry.integrity) findings.push({ ...at, message: `${path} has no integrity hash` });
  }
  return findings;
}
