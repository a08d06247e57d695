import { LANGUAGES } from '@vetrina/protocol/http/preferences';
import { fold } from './fold.ts';

let names: readonly Intl.DisplayNames[] | null = null;
const known = new Map<string, string>();

/**
 * What a country code (ISO 3166-1 alpha-2) is searched by: the code and its names in all languages of the dashboard, folded,
 * apart by line breaks. A code that means nothing is its own name. Many languages share a name: written once each, all nine
 * are 72 characters on average, where English and Italian alone were 24.
 */
export function countryText(code: string): string {
  const text = known.get(code);
  if (text !== undefined) return text;
  names ??= LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region' }));
  // Anything but two letters makes Intl throw, and only real codes may fill the memory.
  if (!/^[A-Z]{2}$/.test(code)) return fold(code);
  const spoken = [code, ...names.map((language) => language.of(code) ?? code)].map(fold);
  const made = [...new Set(spoken)].join('\n');
  known.set(code, made);
  return made;
}

/** Languages whose names are remembered; a page may claim any. */
const MOST_LANGUAGES = 50;
const named = new Map<string, Intl.DisplayNames>();

/** A country (ISO 3166-1 alpha-2) as people call it who speak `language` (BCP 47, as claimed; null: not known). */
export function countryName(code: string, language: string | null): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return namesIn(language ?? 'en').of(code) ?? code;
}

function namesIn(language: string): Intl.DisplayNames {
  const known = named.get(language);
  if (known !== undefined) return known;
  let made: Intl.DisplayNames;
  try {
    made = new Intl.DisplayNames([language, 'en'], { type: 'region' });
  } catch {
    made = new Intl.DisplayNames(['en'], { type: 'region' });
  }
  if (named.size >= MOST_LANGUAGES) named.clear();
  named.set(language, made);
  return made;
}
