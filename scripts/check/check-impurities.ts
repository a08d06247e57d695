import { type Finding, isNode, lineAt, type Node, nodes, type SourceFile } from './source-file.ts';

const TIME = 'time is handed in as a Clock, so that tests move it instead of waiting';

/** What reaches around its parameters, and where that is the point of the file. */
const IMPURE: readonly { readonly what: RegExp; readonly because: string; readonly allowed: RegExp }[] = [
  {
    what: /^(?:Date\.now|new Date|performance\.now|setTimeout|setInterval|setImmediate)$/,
    because: TIME,
    // Components and hooks live in the browser's time; what they show is decided in plain files, which are given a clock.
    allowed: /\/platform\/|\/browser-env\.ts$|^apps\/dashboard\/src\/.*(?:\.tsx|\/use-[^/]*\.ts)$/,
  },
  {
    what: /^(?:Math\.random|crypto\.randomUUID|crypto\.getRandomValues|randomBytes|randomUUID)$/,
    because: 'randomness is handed in, so that a failing test can be run again with its seed',
    allowed: /\/platform\/|\/browser-env\.ts$|\/random-id\.ts$/,
  },
  {
    what: /^process\.env$/,
    because: 'platform/config.ts, given the environment by main.ts, checks it once and says what is wrong with it',
    allowed: /^apps\/server\/src\/(?:platform\/config|(?:operator\/)?main)\.ts$|\.config\.ts$/,
  },
  {
    what: /^JSON\.(?:parse|stringify)$/,
    because: 'rules decide over values; reading and writing text is done at the edge',
    allowed: /^(?!packages\/domain\/src\/)/,
  },
];

/** Tools and tests live in real time; so do the scripts, which run before there is anything to hand in. */
const EXEMPT = /\.test\.tsx?$|\/(?:test|dev)\/|^packages\/testkit\/|^e2e\/|^bench\/|^scripts\//;

function nameOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Identifier') return String(node.name);
  if (node.type !== 'MemberExpression' || node.computed) return null;
  const object = nameOf(node.object);
  const property = nameOf(node.property);
  if (object === 'globalThis' || object === 'window' || object === 'self') return property;
  return object && property ? `${object}.${property}` : null;
}

/** The impure thing a node does, by name: a call, a bare `new Date()`, or a look at `process.env`. */
function useOf(node: Node): string | null {
  if (node.type === 'CallExpression') return nameOf(node.callee);
  if (node.type === 'MemberExpression' && nameOf(node) === 'process.env') return 'process.env';
  const isBareDate = node.type === 'NewExpression' && nameOf(node.callee) === 'Date';
  return isBareDate && (node.arguments as unknown[]).length === 0 ? 'new Date' : null;
}

export function checkImpurities(file: SourceFile): Finding[] {
  if (EXEMPT.test(file.path)) return [];
  const findings: Finding[] = [];
  for (const node of nodes(file.program)) {
    const use = useOf(node);
    const rule = use === null ? undefined : IMPURE.find(({ what }) => what.test(use));
    if (!rule || rule.allowed.test(file.path)) continue;
    findings.push({ path: file.path, line: lineAt(file.text, node.start), message: `${use}: ${rule.because}` });
  }
  return findings;
}
