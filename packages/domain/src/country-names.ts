import { fold } from './fold.ts';

/** Languages whose country names are searched, besides the two-letter code. */
const LANGUAGES = ['en', 'it'];

let names: readonly Intl.DisplayNames[] | null = null;
const known = new Map<string, string>();

/**
 * What a country code (ISO 3166-1 alpha-2) is searched by: the code and its names, folded, apart by line breaks. A code
 * that means nothing is its own name.
 */
export function countryText(code: string): string {
  const text = known.get(code);
  if (text !== undefined) return text;
  names ??= LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region' }));
  // Anything but two letters makes Intl throw, and only real codes may fill the memory.
  if (!/^[A-Z]{2}$/.test(code)) return fold(code);
  const made = [code, ...names.map((language) => language.of(code) ?? code)].map(fold).join('\n');
  known.set(code, made);
  return made;
}
