import { CATALOGUES } from './catalogues.ts';

/** The box's languages. English is built in, the others are fetched when they are wanted. */
export const LANGUAGES: readonly string[] = ['en', ...Object.keys(CATALOGUES)];

/** Codes in use on customers' pages that ISO 639 does not know, or that name a language by its country. */
const ALSO: Readonly<Record<string, string>> = {
  cn: 'zh-CN',
  zh: 'zh-CN',
  'zh-sg': 'zh-CN',
  'zh-hans': 'zh-CN',
  tw: 'zh-TW',
  'zh-hk': 'zh-TW',
  'zh-mo': 'zh-TW',
  'zh-hant': 'zh-TW',
  br: 'pt-BR',
  no: 'nb',
  nn: 'nb',
  cz: 'cs',
  se: 'sv',
  dk: 'da',
  gr: 'el',
  ua: 'uk',
  jp: 'ja',
  ee: 'et',
  si: 'sl',
  iw: 'he',
};

/** The first wish that the box speaks: the page's command or option, the page's own language, the browser's. */
export function chooseLanguage(wishes: readonly unknown[]): string {
  for (const wish of wishes) {
    const language = typeof wish === 'string' ? languageOf(wish) : undefined;
    if (language) return language;
  }
  return 'en';
}

function languageOf(wish: string): string | undefined {
  const parts = wish.trim().toLowerCase().replaceAll('_', '-').split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    const tag = parts.slice(0, length).join('-');
    const found = LANGUAGES.find((language) => language.toLowerCase() === tag) ?? ALSO[tag];
    if (found) return found;
  }
  return undefined;
}

export const isRightToLeft = (language: string): boolean => language === 'ar' || language === 'he';
