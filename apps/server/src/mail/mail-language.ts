import { en } from './catalogues/en.ts';
import { it } from './catalogues/it.ts';
import type { MailWords } from './catalogues/mail-words.ts';
import type { MailLanguage } from './ports.ts';

const WORDS: Readonly<Record<MailLanguage, MailWords>> = { en, it };

export const wordsIn = (language: MailLanguage): MailWords => WORDS[language];

/** The language of the catalogues that is nearest to a BCP 47 tag. */
export function mailLanguage(tag: string | null): MailLanguage {
  return tag?.toLowerCase().split(/[-_]/)[0] === 'it' ? 'it' : 'en';
}
