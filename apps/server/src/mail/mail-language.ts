import { LANGUAGES } from '@vetrina/protocol/http/preferences';
import { cs } from './catalogues/cs.ts';
import { de } from './catalogues/de.ts';
import { en } from './catalogues/en.ts';
import { es } from './catalogues/es.ts';
import { fr } from './catalogues/fr.ts';
import { hu } from './catalogues/hu.ts';
import { it } from './catalogues/it.ts';
import type { MailWords } from './catalogues/mail-words.ts';
import { nl } from './catalogues/nl.ts';
import { pl } from './catalogues/pl.ts';
import type { MailLanguage } from './ports.ts';

const WORDS: Readonly<Record<MailLanguage, MailWords>> = { en, it, cs, de, es, fr, hu, nl, pl };

export const wordsIn = (language: MailLanguage): MailWords => WORDS[language];

/** The language of the catalogues that is nearest to a BCP 47 tag; English if none is. */
export function mailLanguage(tag: string | null): MailLanguage {
  const wanted = tag?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === wanted) ?? 'en';
}
