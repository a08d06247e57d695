import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { HelpPages } from './help-page.ts';
import { readPage } from './read-page.ts';

const PREFIX = 'virtual:help/';
const FOLDER = join(import.meta.dirname, 'pages');

/** All pages of a language, by name. */
export function readPages(language: string): HelpPages {
  const folder = join(FOLDER, language);
  const names = readdirSync(folder).flatMap((file) => (file.endsWith('.md') ? [file.slice(0, -3)] : []));
  return Object.fromEntries(
    names.sort().map((name) => [name, readPage(name, readFileSync(join(folder, `${name}.md`), 'utf8'))]),
  );
}

/** `virtual:help/<language>`: the help pages as data, read from their Markdown once, at build time. A chunk per language. */
export function helpPages(): Plugin {
  return {
    name: 'help-pages',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const language = id.slice(PREFIX.length + 1);
      for (const file of readdirSync(join(FOLDER, language))) this.addWatchFile(join(FOLDER, language, file));
      return `export const PAGES = JSON.parse(${JSON.stringify(JSON.stringify(readPages(language)))});`;
    },
  };
}
