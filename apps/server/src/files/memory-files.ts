import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FileStore } from './ports.ts';

/** Files that are gone with the process: for tests, and wherever nothing may be on disk. */
export function createMemoryFiles(): FileStore {
  const files = new Map<string, Buffer>();
  return {
    async put(name, bytes) {
      const whole = await buffer(bytes);
      if (files.has(name)) return 'exists';
      files.set(name, whole);
      return whole.length;
    },
    async open(name, range) {
      const whole = files.get(name);
      if (whole === undefined) throw new Error('no such file');
      return Readable.from([range === undefined ? whole : whole.subarray(range.from, range.to + 1)]);
    },
    room: async () => Number.POSITIVE_INFINITY,
    async remove(name) {
      files.delete(name);
    },
    removeDrafts: async () => undefined,
  };
}
