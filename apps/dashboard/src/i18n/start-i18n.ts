import { LANGUAGES, type Language } from '@vetrina/protocol/http/preferences';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

/** Each catalogue is a chunk of its own: a screen loads the language it speaks. */
const CATALOGUES: Readonly<Record<Language, () => Promise<{ default: object }>>> = {
  en: () => import('./en.json'),
  it: () => import('./it.json'),
  cs: () => import('./cs.json'),
  de: () => import('./de.json'),
  es: () => import('./es.json'),
  fr: () => import('./fr.json'),
  hu: () => import('./hu.json'),
  nl: () => import('./nl.json'),
  pl: () => import('./pl.json'),
};

/** The first of the browser's languages that we speak. */
export function pickLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const known = LANGUAGES.find((language) => language === tag.toLowerCase().split('-')[0]);
    if (known) return known;
  }
  return 'en';
}

/** Loads the browser's language and starts i18next. Await it before the first draw. */
export async function startI18n(wanted: readonly string[]): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'none',
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await speak(pickLanguage(wanted));
}

export async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const catalogue = await CATALOGUES[language]();
    i18next.addResourceBundle(language, 'translation', catalogue.default);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
