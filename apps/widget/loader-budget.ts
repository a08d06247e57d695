import { gzipSync } from 'node:zlib';

/** Every page of every customer pays for these bytes; gzip level 9, as servers send static files. */
export const LOADER_BUDGET = 6_000;

/** Size of a script as it travels, in bytes. */
export function travelSize(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}
