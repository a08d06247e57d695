import type { AccountMailWords } from './account-mail-words.ts';

export const nl: AccountMailWords = {
  invitation: ({ by, accountName }) => ({
    subject: `${by} nodigt je uit voor ${accountName}`,
    lines: [`${by} nodigt je uit voor het team van ${accountName}, om met de bezoekers van de website te praten.`],
    button: 'De uitnodiging aannemen',
    closing: 'De link is 7 dagen geldig en werkt één keer. Weet je niet waar dit over gaat, negeer deze e-mail dan.',
  }),
  reset: {
    subject: 'Een nieuw wachtwoord',
    lines: ['Iemand, hopelijk jij, heeft een nieuw wachtwoord voor je login gevraagd.'],
    button: 'Een nieuw wachtwoord kiezen',
    closing: 'De link is één uur geldig en werkt één keer. Was jij het niet, negeer deze e-mail dan.',
  },
};
