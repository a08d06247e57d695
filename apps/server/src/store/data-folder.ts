import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

export interface DataFolder {
  readonly databaseFile: string;
  release(): void;
}

/**
 * Takes a folder for this process alone. The lock is an exclusive transaction held on a small SQLite file of its own, that
 * is an operating-system lock: it goes with the process however that ends, so nothing stale ever has to be cleaned up.
 * @throws Error naming the folder when another process holds it.
 */
export function claimDataFolder(folder: string): DataFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  keepPrivate(folder);
  const lock = new SqliteDatabase(join(folder, 'process.lock'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY') {
      throw new Error(
        `The data folder ${folder} is in use by another Vetrina process. Stop that one, or set DATA_DIR to another folder.`,
      );
    }
    throw error;
  }
  return { databaseFile: join(folder, 'vetrina.sqlite'), release: () => lock.close() };
}

const OTHERS = 0o077;
const UNCHANGEABLE = new Set(['EPERM', 'EROFS', 'ENOTSUP', 'ENOSYS']);

/**
 * Conversations, password hashes and secrets lie here: nobody else on the machine reads them, also where the folder, or
 * the database of an earlier version, is there already. SQLite gives its journals the mode of the database. A file system
 * without modes, or somebody else's folder, is the operator's choice.
 */
function keepPrivate(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.startsWith('vetrina.sqlite') || name === 'process.lock');
  for (const path of [folder, ...names.map((name) => join(folder, name))]) {
    try {
      const { mode } = statSync(path);
      if ((mode & OTHERS) !== 0) chmodSync(path, mode & ~OTHERS & 0o777);
    } catch (error) {
      if (!UNCHANGEABLE.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}
