import { readFile } from 'node:fs/promises';

export type Catalogue = { readonly [key: string]: string | Catalogue };

/** The dashboard's words in a language, as they lie in the repository. */
export async function readCatalogue(language: string): Promise<Catalogue> {
  const file = new URL(`../../apps/dashboard/src/i18n/${language}.json`, import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')) as Catalogue;
}

/** @throws when there is no such word: the screen that asks for it has changed */
export function wordOf(catalogue: Catalogue, key: string): string {
  const parts = key.split('.');
  const found = parts.reduce<string | Catalogue | undefined>(
    (at, part) => (typeof at === 'object' ? at[part] : undefined),
    catalogue,
  );
  if (typeof found !== 'string') throw new Error(`no word ${key} in the catalogue`);
  return found;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How the word looks on a screen: what is filled in may be anything. */
export function asSeen(word: string): RegExp {
  return new RegExp(
    `^${word
      .split(/\{\{[^}]*\}\}/)
      .map(escaped)
      .join('.*')}$`,
  );
}
