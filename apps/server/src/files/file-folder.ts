import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, mkdir, open, readdir, stat, statfs, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from './ports.ts';

const NAME = /^[A-Za-z0-9_-]{8,64}$/;

/**
 * Files in a folder of this machine, spread over folders by the last two letters of their name (the first two of an id say
 * what it is). Written under another name, flushed to the disk, then linked to their own: after a crash a file is whole or not there.
 * @param unique a word no other write uses
 */
export function createFileFolder(folder: string, unique: () => string): FileStore {
  const pathOf = (name: string) => {
    if (!NAME.test(name)) throw new Error('not a name of ours');
    return join(folder, name.slice(-2), name);
  };
  const incoming = join(folder, 'incoming');
  return {
    async put(name, bytes) {
      const path = pathOf(name);
      await mkdir(dirname(path), { recursive: true });
      await mkdir(incoming, { recursive: true });
      const draft = join(incoming, unique());
      try {
        const file = createWriteStream(draft, { flags: 'wx', flush: true, mode: 0o600 });
        await pipeline(bytes, file);
        // Unlike a rename, a link fails where a file is already.
        await link(draft, path);
        await flushFolder(dirname(path));
        return file.bytesWritten;
      } catch (error) {
        if (hasCode(error, 'EEXIST')) return 'exists';
        throw error;
      } finally {
        await unlink(draft).catch(ignoreMissing);
      }
    },
    async open(name, range) {
      // Offsets that cannot be are refused before the file is open; a handle that is handed in would stay open.
      const bytes = createReadStream(pathOf(name), range === undefined ? {} : { start: range.from, end: range.to });
      await once(bytes, 'open');
      return bytes;
    },
    async room() {
      await mkdir(folder, { recursive: true });
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
    remove: (name) => unlink(pathOf(name)).catch(ignoreMissing),
    async removeDrafts(before) {
      for (const draft of (await readdir(incoming).catch(ignoreMissing)) ?? []) {
        const path = join(incoming, draft);
        const begun = (await stat(path).catch(ignoreMissing))?.birthtimeMs ?? before;
        if (begun < before) await unlink(path).catch(ignoreMissing);
      }
    },
  };
}

/** A new name in a folder is on the disk once the folder is. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const hasCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException | null)?.code === code;

function ignoreMissing(error: unknown): void {
  if (!hasCode(error, 'ENOENT')) throw error;
}
