import type { AccountMailWords } from './account-mail-words.ts';

export const it: AccountMailWords = {
  invitation: ({ by, accountName }) => ({
    subject: `${by} ti invita in ${accountName}`,
    lines: [`${by} ti invita nel team di ${accountName}, per parlare con i visitatori del sito.`],
    button: 'Accetta l’invito',
    closing: 'Il link vale 7 giorni e si usa una volta sola. Se non sai di che cosa si tratta, ignora questa e-mail.',
  }),
  reset: {
    subject: 'Una nuova password',
    lines: ['Qualcuno, speriamo tu, ha chiesto una nuova password per il tuo accesso.'],
    button: 'Scegli una nuova password',
    closing: 'Il link vale un’ora e si usa una volta sola. Se non sei stato tu, ignora questa e-mail.',
  },
};
