import type { Language } from '@vetrina/protocol/http/preferences';
import type { Mail } from '../mail/ports.ts';
import type { AccountMailWords, Invited, Wording } from './mail-catalogues/account-mail-words.ts';
import { cs } from './mail-catalogues/cs.ts';
import { de } from './mail-catalogues/de.ts';
import { en } from './mail-catalogues/en.ts';
import { es } from './mail-catalogues/es.ts';
import { fr } from './mail-catalogues/fr.ts';
import { hu } from './mail-catalogues/hu.ts';
import { it } from './mail-catalogues/it.ts';
import { nl } from './mail-catalogues/nl.ts';
import { pl } from './mail-catalogues/pl.ts';

const WORDS: Readonly<Record<Language, AccountMailWords>> = { en, it, cs, de, es, fr, hu, nl, pl };

export function invitationMail(language: Language, to: string, link: string, facts: Invited): Mail {
  return mailOf(to, link, WORDS[language].invitation(facts));
}

export function resetMail(language: Language, to: string, link: string): Mail {
  return mailOf(to, link, WORDS[language].reset);
}

function mailOf(to: string, link: string, { subject, lines, button, closing }: Wording): Mail {
  const paragraphs = lines.map((line) => `<p>${escaped(line)}</p>`).join('');
  return {
    to,
    subject,
    text: [...lines, `${button}: ${link}`, closing].join('\n\n'),
    html: `${paragraphs}<p><a href="${escaped(link)}">${escaped(button)}</a></p><p>${escaped(closing)}</p>`,
  };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Names of people and accounts are whatever somebody typed. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
