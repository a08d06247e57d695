import { posix } from 'node:path';
import { isNode, nodes, type SourceFile } from './source-file.ts';

/** One import, whichever way it is written: static, dynamic, re-export, or a type's `import('…')`. */
export interface Import {
  readonly from: string;
  /** A path of ours (`packages/domain/src/order.ts`), or a package's name (`kysely`, `node:fs`). */
  readonly to: string;
  readonly offset: number;
  /** Erased before anything runs. */
  readonly typeOnly: boolean;
}

const WORKSPACE = /^@vetrina\/([^/]+)\/(.+)$/;
const APPS = new Set(['server', 'dashboard', 'widget', 'demo-shop']);

/** Where a specifier leads, seen from a file. `?raw` and the like belong to the bundler and are cut. */
export function resolveImport(from: string, specifier: string): string {
  const plain = specifier.replace(/\?.*$/, '');
  if (plain.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), plain));
  const ours = WORKSPACE.exec(plain);
  if (ours) return `${APPS.has(ours[1] ?? '') ? 'apps' : 'packages'}/${ours[1]}/src/${ours[2]}.ts`;
  if (plain.startsWith('node:')) return plain;
  return plain
    .split('/')
    .slice(0, plain.startsWith('@') ? 2 : 1)
    .join('/');
}

function literal(value: unknown): string | null {
  return isNode(value) && value.type === 'Literal' && typeof value.value === 'string' ? value.value : null;
}

export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = [];
  for (const node of nodes(file.program)) {
    const specifier = /^(?:Import|Export(?:All|Named))Declaration$|^(?:Import|TSImport)(?:Expression|Type)$/.test(
      node.type,
    )
      ? literal(node.source)
      : null;
    if (specifier === null) continue;
    const typeOnly = node.importKind === 'type' || node.exportKind === 'type' || node.type === 'TSImportType';
    found.push({ from: file.path, to: resolveImport(file.path, specifier), offset: node.start, typeOnly });
  }
  return found;
}
