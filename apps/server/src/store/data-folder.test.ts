import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { claimDataFolder } from './data-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'vetrina-folder-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

it.skipIf(process.platform === 'win32')('T3: a data folder that others could read is closed to them', () => {
  const folder = join(root, 'open');
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  for (const name of ['vetrina.sqlite', 'vetrina.sqlite-wal', 'vetrina.sqlite-shm', 'notes.txt']) {
    writeFileSync(join(folder, name), '');
    chmodSync(join(folder, name), 0o644);
  }
  claimDataFolder(folder).release();
  expect(modeOf(folder)).toBe('700');
  expect(
    ['vetrina.sqlite', 'vetrina.sqlite-wal', 'vetrina.sqlite-shm'].map((name) => modeOf(join(folder, name))),
  ).toEqual([...Array(3).fill('600')]);
  // Nothing of ours.
  expect(modeOf(join(folder, 'notes.txt'))).toBe('644');
});

it('a data folder is one process’s', () => {
  const folder = join(root, 'new');
  const claimed = claimDataFolder(folder);
  expect(modeOf(folder)).toBe('700');
  expect(() => claimDataFolder(folder)).toThrow('is in use by another Vetrina process');
  claimed.release();
});
