import { mkdirSync } from 'node:fs';
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
