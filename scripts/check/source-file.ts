import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type ESTree, parseSync } from 'vite';

/** A file of ours, read and parsed once for all checks. */
export interface SourceFile {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly program: ESTree.Program;
}

/** Something a check does not like. `line` counts from 1. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

const FOLDERS = ['packages', 'apps', 'bench', 'e2e', 'scripts'];
const SKIPPED = new Set(['node_modules', 'dist', 'test-results', 'public']);
const SOURCE = /\.(?:ts|tsx|mjs)$/;

function* pathsUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) yield* pathsUnder(path);
    } else if (SOURCE.test(entry.name)) yield path;
  }
}

/** @throws when the text is not TypeScript */
export function parseSource(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text, { lang: path.endsWith('x') ? 'tsx' : 'ts' });
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  return { path, text, program };
}

/** Every source file of the repository, sorted by path. */
export function readSources(root: string): SourceFile[] {
  return FOLDERS.flatMap((folder) => [...pathsUnder(join(root, folder))])
    .map((file) => parseSource(relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** A node as the parser gives it: checks look at the few fields they know. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** Every node below `root`, itself included, parents before children. */
export function* nodes(root: unknown): Generator<Node> {
  if (Array.isArray(root)) {
    for (const item of root) yield* nodes(item);
  } else if (isNode(root)) {
    yield root;
    for (const value of Object.values(root)) if (typeof value === 'object') yield* nodes(value);
  }
}
