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

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** "7 days", "1 hour". */
export function spanIn(words: MailWords, ms: number): string {
  return ms >= 2 * DAY ? words.days(Math.round(ms / DAY)) : words.hours(Math.max(1, Math.round(ms / HOUR)));
}
