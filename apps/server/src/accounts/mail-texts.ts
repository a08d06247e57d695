import type { Preferences } from '@vetrina/protocol/http/preferences';
import type { Mail } from '../mail/ports.ts';

export type MailLanguage = NonNullable<Preferences['language']>;

interface Wording {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly button: string;
  readonly closing: string;
}

interface Invited {
  readonly by: string;
  readonly accountName: string;
}

const INVITATION: Readonly<Record<MailLanguage, (facts: Invited) => Wording>> = {
  en: ({ by, accountName }) => ({
    subject: `${by} invites you to ${accountName}`,
    lines: [`${by} invites you to join the team of ${accountName} and talk to the visitors of its website.`],
    button: 'Accept the invitation',
    closing: 'The link is valid for 7 days and can be used once. If you do not know what this is about, ignore it.',
  }),
  it: ({ by, accountName }) => ({
    subject: `${by} ti invita in ${accountName}`,
    lines: [`${by} ti invita nel team di ${accountName}, per parlare con i visitatori del sito.`],
    button: "Accetta l'invito",
    closing: 'Il link vale 7 giorni e si usa una volta sola. Se non sai di che cosa si tratta, ignora questa e-mail.',
  }),
};

const RESET: Readonly<Record<MailLanguage, Wording>> = {
  en: {
    subject: 'A new password',
    lines: ['Somebody, we hope you, asked for a new password for your log-in.'],
    button: 'Choose a new password',
    closing: 'The link is valid for one hour and can be used once. If it was not you, ignore this e-mail.',
  },
  it: {
    subject: 'Una nuova password',
    lines: ['Qualcuno, speriamo tu, ha chiesto una nuova password per il tuo accesso.'],
    button: 'Scegli una nuova password',
    closing: "Il link vale un'ora e si usa una volta sola. Se non sei stato tu, ignora questa e-mail.",
  },
};

export function invitationMail(language: MailLanguage, to: string, link: string, facts: Invited): Mail {
  return mailOf(to, link, INVITATION[language](facts));
}

export function resetMail(language: MailLanguage, to: string, link: string): Mail {
  return mailOf(to, link, RESET[language]);
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
