import { gzipSync } from 'node:zlib';

/** What each bundle may weigh as it travels, in bytes; gzip level 9, as servers send static files. */
export const BUDGETS = {
  /** Every page of every customer pays for these. */
  loader: 6_000,
  /** Who opens the chat pays for these: the box in English with everything it needs to be drawn. */
  box: 45_000,
  /** Pages where an automatic message may have its moment pay for these. */
  rules: 6_000,
} as const;

/** Size of a script as it travels, in bytes. */
export function travelSize(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}

/** What is looked at of a bundler's chunk. */
interface BuiltChunk {
  readonly type: 'chunk';
  readonly code: string;
  readonly imports: readonly string[];
  readonly isEntry: boolean;
}
export type BuiltFiles = Readonly<Record<string, BuiltChunk | { readonly type: 'asset' }>>;

/** What has to travel before the entry of a bundle runs: itself and all it imports, in bytes. Chunks fetched later do not count. */
export function startSize(files: BuiltFiles): number {
  const needed = new Set(Object.keys(files).filter((name) => isEntry(files[name])));
  let bytes = 0;
  for (const name of needed) {
    const file = files[name];
    if (file?.type !== 'chunk') continue;
    bytes += travelSize(file.code);
    for (const imported of file.imports) needed.add(imported);
  }
  return bytes;
}

function isEntry(file: BuiltFiles[string] | undefined): boolean {
  return file?.type === 'chunk' && file.isEntry;
}
