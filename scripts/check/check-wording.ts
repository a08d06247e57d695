import { type Finding, isNode, lineAt, type Node, nodes, type SourceFile } from './source-file.ts';

/** Where words for people are shown. What a developer's page shows (`dev/`) is read by nobody else. */
const SHOWN = /^(?!.*(?:\.test\.|\/dev\/))apps\/(?:dashboard|widget)\/src\/.*\.tsx$/;

/** Attributes that are read out or shown, of elements and of our own components. */
const SPOKEN = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt']);
const LABELS = new Set(['label', 'description', 'lead', 'text', 'hint', 'legend']);

/** What is no wording, with the reason. */
const NO_WORDING: ReadonlyMap<string, string> = new Map([
  ['Vetrina', 'the name of the house is the same in every language'],
  ['px', 'a unit'],
  ['ms', 'a unit'],
]);

const HAS_WORDS = /\p{L}{2,}/u;

const isWording = (text: string): boolean => HAS_WORDS.test(text) && !NO_WORDING.has(text.trim());

/** The text of `"words"`, `{'words'}` and `` {`words`} ``; null for what is worked out. */
function literalOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'JSXExpressionContainer') return literalOf(node.expression);
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral') return null;
  const [only, ...more] = node.quasis as { readonly value: { readonly cooked: string } }[];
  return only !== undefined && more.length === 0 ? only.value.cooked : null;
}

function attributeText(node: Node): string | null {
  const name = isNode(node.name) ? String(node.name.name) : '';
  return SPOKEN.has(name) || LABELS.has(name) ? literalOf(node.value) : null;
}

function childText(node: Node): readonly (readonly [Node, string])[] {
  const children = (node.children ?? []) as readonly Node[];
  return children.flatMap((child): [Node, string][] => {
    const text = child.type === 'JSXText' ? String(child.value) : literalOf(child);
    return text === null ? [] : [[child, text]];
  });
}

/** Words for people that stand in the code of a screen: one language would read them, eight others too. */
export function checkWording(file: SourceFile): Finding[] {
  if (!SHOWN.test(file.path)) return [];
  const shown = [...nodes(file.program)].flatMap((node): readonly (readonly [Node, string])[] => {
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') return childText(node);
    if (node.type !== 'JSXAttribute') return [];
    const text = attributeText(node);
    return text === null ? [] : [[node, text]];
  });
  return shown
    .filter(([, text]) => isWording(text))
    .map(([node, text]) => ({
      path: file.path,
      line: lineAt(file.text, node.start),
      message: `“${text.trim()}” stands in the code; put it into the catalogues, so that every language has it`,
    }));
}
