import type { Finding, SourceFile } from './source-file.ts';

const WARN = 300;
const FAIL = 400;

/** Hub files start as long files. Word lists for translators are data and may be long. */
const EXEMPT = /\/(?:locales|catalogues|i18n)\/|\.gen\.ts$/;

export function checkSize(file: SourceFile): { readonly errors: Finding[]; readonly warnings: Finding[] } {
  const lines = file.text.split('\n').length - 1;
  if (lines <= WARN || EXEMPT.test(file.path)) return { errors: [], warnings: [] };
  const message = `${lines} lines; over ${FAIL} is not accepted: split it by what it does`;
  const finding = { path: file.path, line: 1, message };
  return lines > FAIL ? { errors: [finding], warnings: [] } : { errors: [], warnings: [finding] };
}
