/** The repository's own rules that no linter knows: who imports whom, what is pure, what is said twice, what grows too long. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCycles, checkImports } from './check-imports.ts';
import { checkImpurities } from './check-impurities.ts';
import { checkLockFile } from './check-lock-file.ts';
import { checkSize } from './check-size.ts';
import { checkCloseCodes, checkVocabulary } from './check-vocabulary.ts';
import { checkWording } from './check-wording.ts';
import { importsOf } from './imports.ts';
import { type Finding, lineAt, readSources } from './source-file.ts';

const root = join(import.meta.dirname, '..', '..');
const files = readSources(root);
const imports = files.flatMap((file) =>
  importsOf(file).map((one) => ({ ...one, line: lineAt(file.text, one.offset) })),
);
const sizes = files.map(checkSize);

const errors: Finding[] = [
  ...checkImports(imports),
  ...checkCycles(imports),
  ...files.flatMap(checkImpurities),
  ...checkVocabulary(files),
  ...files.flatMap(checkCloseCodes),
  ...files.flatMap(checkWording),
  ...sizes.flatMap((size) => size.errors),
  ...checkLockFile(readFileSync(join(root, 'package-lock.json'), 'utf8')),
];

const print = (kind: string) => (finding: Finding) =>
  console.log(`${finding.path}:${finding.line} ${kind}: ${finding.message}`);
sizes.flatMap((size) => size.warnings).map(print('warning'));
errors.map(print('error'));
console.log(`${files.length} files, ${imports.length} imports, ${errors.length} broken rules.`);
process.exit(errors.length > 0 ? 1 : 0);
