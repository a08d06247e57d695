import { type Finding, isNode, lineAt, type Node, nodes, type SourceFile } from './source-file.ts';

/** A list of words that both ends say. Shorter ones are too common to be told from chance. */
const LEAST_WORDS = 3;
const HOME = /^packages\/protocol\/src\//;
const EXEMPT = /\.test\.tsx?$|\/dev\/|\/messages\/|^e2e\/|^scripts\/|^bench\//;

function stringOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'TSLiteralType') return stringOf(node.literal);
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}

/** The words of `['a', 'b', 'c']` or `'a' | 'b' | 'c'` in a fixed order; null for anything else. */
function wordsOf(node: Node): string | null {
  const members = node.type === 'ArrayExpression' ? node.elements : node.type === 'TSUnionType' ? node.types : null;
  if (!Array.isArray(members)) return null;
  const words = members.map(stringOf).filter((word) => word !== null);
  return words.length === members.length && words.length >= LEAST_WORDS ? words.sort().join(' | ') : null;
}

interface WordList {
  readonly path: string;
  readonly line: number;
  readonly words: string;
  /** A value, not only a type: what the protocol makes its schemas of. */
  readonly isValue: boolean;
}

function wordListsOf(file: SourceFile): WordList[] {
  return [...nodes(file.program)].flatMap((node) => {
    const words = wordsOf(node);
    return words === null
      ? []
      : [{ path: file.path, line: lineAt(file.text, node.start), words, isValue: node.type === 'ArrayExpression' }];
  });
}

/** Word lists of the protocol that are written again elsewhere: two lists of the same words will differ one day. */
export function checkVocabulary(files: readonly SourceFile[]): Finding[] {
  const lists = files.flatMap(wordListsOf);
  const home = new Map(
    lists.filter(({ path, isValue }) => isValue && HOME.test(path)).map(({ words, path }) => [words, path]),
  );
  return lists
    .filter(({ path, words }) => !HOME.test(path) && !EXEMPT.test(path) && home.has(words))
    .map(({ path, line, words }) => ({
      path,
      line,
      message: `the words ${words} stand in ${home.get(words)}; import them, or the two lists will differ one day`,
    }));
}

/** Close codes and refusal codes by number outside their catalogue. */
export function checkCloseCodes(file: SourceFile): Finding[] {
  if (EXEMPT.test(file.path) || file.path.endsWith('/close-codes.ts')) return [];
  const findings: Finding[] = [];
  for (const node of nodes(file.program)) {
    if (node.type !== 'CallExpression' || !isNode(node.callee)) continue;
    const name = (node.callee.property as Node | undefined)?.name;
    const [code] = node.arguments as Node[];
    if (name !== 'close' || code?.type !== 'Literal' || typeof code.value !== 'number' || code.value < 4000) continue;
    const message = `close(${code.value}): take the ending from protocol/close-codes.ts, which says what clients do then`;
    findings.push({ path: file.path, line: lineAt(file.text, node.start), message });
  }
  return findings;
}
