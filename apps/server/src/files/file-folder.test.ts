import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { createFileFolder } from './file-folder.ts';
import { createMemoryFiles } from './memory-files.ts';
import type { FileStore } from './ports.ts';

const root = mkdtempSync(join(tmpdir(), 'vetrina-files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const NAME = 'fi0123456789abcdefghijkl';
const bytes = (...chunks: readonly string[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
let nth = 0;
const unique = () => {
  nth += 1;
  return `draft-${nth}`;
};

/** What every place for bytes must do alike. */
function fileStoreContract(name: string, create: () => FileStore): void {
  describe(`file store contract on ${name}`, () => {
    it('C4: what was put is read as a whole or in part', async () => {
      const store = create();
      expect(await store.put(NAME, bytes('hello ', 'world'))).toBe(11);
      expect(await text(await store.open(NAME))).toBe('hello world');
      expect(await text(await store.open(NAME, { from: 6, to: 10 }))).toBe('world');
    });

    it('C4: nothing is written over', async () => {
      const store = create();
      await store.put(NAME, bytes('first'));
      expect(await store.put(NAME, bytes('second'))).toBe('exists');
      expect(await text(await store.open(NAME))).toBe('first');
    });

    it('C4: a stream that breaks leaves nothing', async () => {
      const store = create();
      const broken = Readable.from(
        (async function* () {
          yield Buffer.from('half');
          throw new Error('went away');
        })(),
      );
      await expect(store.put(NAME, broken)).rejects.toThrow('went away');
      await expect(store.open(NAME)).rejects.toThrow();
      expect(await store.put(NAME, bytes('whole'))).toBe(5);
    });

    it('C4: says what room there is, also before there is a file', async () => {
      expect(await create().room()).toBeGreaterThan(1_000_000);
    });

    it('C4: what is removed is gone, also twice', async () => {
      const store = create();
      await store.put(NAME, bytes('hello'));
      await store.remove(NAME);
      await store.remove(NAME);
      await expect(store.open(NAME)).rejects.toThrow();
    });
  });
}

fileStoreContract('memory', createMemoryFiles);
fileStoreContract('a folder', () => createFileFolder(mkdtempSync(join(root, 'store-')), unique));

describe('the folder', () => {
  it('C4: leaves no drafts behind, and lies in shards', async () => {
    const folder = mkdtempSync(join(root, 'store-'));
    await createFileFolder(folder, unique).put(NAME, bytes('hello'));
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
    expect(existsSync(join(folder, 'kl', NAME))).toBe(true);
  });

  it('C4: what was cut off by the end of the process is removed, what is coming stays', async () => {
    const folder = mkdtempSync(join(root, 'store-'));
    const store = createFileFolder(folder, unique);
    await store.removeDrafts(0);
    await store.put(NAME, bytes('hello'));
    const left = join(folder, 'incoming', 'left');
    writeFileSync(left, 'half');
    await store.removeDrafts(statSync(left).birthtimeMs - 1);
    expect(readdirSync(join(folder, 'incoming'))).toEqual(['left']);
    await store.removeDrafts(statSync(left).birthtimeMs + 1);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
    expect(await text(await store.open(NAME))).toBe('hello');
  });

  // Only Linux shows a process its open files.
  it.runIf(existsSync('/proc/self/fd'))('bad input: offsets that cannot be leave no file open', async () => {
    const folder = mkdtempSync(join(root, 'store-'));
    const store = createFileFolder(folder, unique);
    await store.put(NAME, bytes('hello'));
    const held = () =>
      readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(join('/proc/self/fd', fd)).startsWith(folder);
        } catch {
          return false;
        }
      });
    await expect(store.open(NAME, { from: 0, to: -1 })).rejects.toThrow();
    expect(held()).toEqual([]);
  });

  it.each(['../../etc/passwd', '', 'a/b/c/d/e/f', '..', 'short'])('C4: %j is no name', (name) => {
    const store = createFileFolder(root, unique);
    expect(() => store.remove(name)).toThrow('not a name of ours');
  });
});
