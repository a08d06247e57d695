import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { silentLog } from '../src/platform/log.ts';
import { openDatabase } from '../src/store/database.ts';
import { storeContract } from './store-contract.ts';

const folders: string[] = [];
const freshFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'vetrina-sqlite-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

storeContract('SQLite', async () => ({ kind: 'folder', folder: freshFolder() }));

describe('the data folder', () => {
  it('a folder in use is refused by name, and free again once closed', async () => {
    const folder = freshFolder();
    const first = await openDatabase({ kind: 'folder', folder }, silentLog);
    await expect(openDatabase({ kind: 'folder', folder }, silentLog)).rejects.toThrow(
      `The data folder ${folder} is in use`,
    );
    await first.close();
    await (await openDatabase({ kind: 'folder', folder }, silentLog)).close();
  });

  it('kill -9 in the middle of a transaction keeps what was committed, nothing else, and frees the folder', async () => {
    const folder = freshFolder();
    const child = spawn(process.execPath, [join(import.meta.dirname, 'killed-writer.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await expect(openDatabase({ kind: 'folder', folder }, silentLog)).rejects.toThrow('in use');
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));

    const { db, close } = await openDatabase({ kind: 'folder', folder }, silentLog);
    const facts = await db.selectFrom('server_facts').select('name').where('name', 'like', 'test:%').execute();
    expect(facts).toEqual([{ name: 'test:committed' }]);
    await close();
  });
});
