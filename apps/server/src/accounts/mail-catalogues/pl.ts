import type { AccountMailWords } from './account-mail-words.ts';

export const pl: AccountMailWords = {
  invitation: ({ by, accountName }) => ({
    subject: `${by} zaprasza Cię do ${accountName}`,
    lines: [`${by} zaprasza Cię do zespołu ${accountName}, aby rozmawiać z odwiedzającymi jego stronę.`],
    button: 'Przyjmij zaproszenie',
    closing: 'Link jest ważny 7 dni i można go użyć raz. Jeśli nie wiesz, o co chodzi, zignoruj tę wiadomość.',
  }),
  reset: {
    subject: 'Nowe hasło',
    lines: ['Ktoś, mamy nadzieję, że Ty, poprosił o nowe hasło do Twojego konta.'],
    button: 'Wybierz nowe hasło',
    closing: 'Link jest ważny godzinę i można go użyć raz. Jeśli to nie Ty, zignoruj tę wiadomość.',
  },
};
