import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { HELP_PAGES, type HelpLanguage, helpLanguage } from './contents.ts';
import type { HelpPages } from './help-page.ts';
import { type Passage, passagesOf, type WordOf } from './passages.ts';

/** Each language is a chunk of its own, loaded when help is first opened. */
const LOADERS: Readonly<Record<HelpLanguage, () => Promise<{ PAGES: HelpPages }>>> = {
  en: () => import('virtual:help/en'),
  it: () => import('virtual:help/it'),
};

export const helpQuery = (language: HelpLanguage) =>
  queryOptions({
    queryKey: ['help', language],
    queryFn: async () => (await LOADERS[language]()).PAGES,
    staleTime: Number.POSITIVE_INFINITY,
  });

export function useWordOf(): WordOf {
  const { t } = useTranslation();
  // Keys in pages are checked by a test, not by the compiler.
  return (key) => t(key as 'help.title');
}

/** Help in the reader's language, or in English where it is not written in theirs. */
export function useHelp() {
  const { i18n } = useTranslation();
  const language = helpLanguage(i18n.language);
  const pages = useQuery(helpQuery(language));
  return { pages: pages.data, error: pages.error, language, isOwnLanguage: language === i18n.language.slice(0, 2) };
}

/** What a search looks through, in the words of the reader's screen. */
export function usePassages(pages: HelpPages | undefined): readonly Passage[] {
  const { t } = useTranslation();
  return useMemo(() => (pages ? passagesOf(pages, HELP_PAGES, (key) => t(key as 'help.title')) : []), [pages, t]);
}
