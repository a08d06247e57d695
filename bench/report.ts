import { writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { type ResultTable, toConsole, toMarkdown } from './table.ts';

/** Prints the table; `--out=<file>` on the command line also writes it there, as Markdown. */
export function report(table: ResultTable): void {
  console.log(toConsole(table));
  const out = argv.find((argument) => argument.startsWith('--out='))?.slice('--out='.length);
  if (out !== undefined) writeFileSync(out, toMarkdown(table));
}
