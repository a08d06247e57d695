import type { AccountMailWords } from './account-mail-words.ts';

export const de: AccountMailWords = {
  invitation: ({ by, accountName }) => ({
    subject: `${by} lädt Sie zu ${accountName} ein`,
    lines: [`${by} lädt Sie in das Team von ${accountName} ein, um mit den Besuchern der Website zu sprechen.`],
    button: 'Einladung annehmen',
    closing:
      'Der Link gilt 7 Tage und kann einmal benutzt werden. Wenn Sie nicht wissen, worum es geht, ignorieren Sie diese E-Mail.',
  }),
  reset: {
    subject: 'Ein neues Passwort',
    lines: ['Jemand, hoffentlich Sie, hat ein neues Passwort für Ihren Zugang angefordert.'],
    button: 'Neues Passwort wählen',
    closing:
      'Der Link gilt eine Stunde und kann einmal benutzt werden. Wenn Sie es nicht waren, ignorieren Sie diese E-Mail.',
  },
};
