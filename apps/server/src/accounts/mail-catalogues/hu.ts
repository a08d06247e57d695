import type { AccountMailWords } from './account-mail-words.ts';

export const hu: AccountMailWords = {
  invitation: ({ by, accountName }) => ({
    subject: `${by} meghívja Önt: ${accountName}`,
    lines: [`${by} meghívja Önt a csapatba (${accountName}), hogy beszélgessen a webhely látogatóival.`],
    button: 'A meghívó elfogadása',
    closing:
      'A link 7 napig érvényes, és egyszer használható. Ha nem tudja, miről van szó, hagyja figyelmen kívül ezt az e-mailt.',
  }),
  reset: {
    subject: 'Új jelszó',
    lines: ['Valaki, reméljük Ön, új jelszót kért a belépéséhez.'],
    button: 'Új jelszó választása',
    closing:
      'A link egy óráig érvényes, és egyszer használható. Ha nem Ön volt, hagyja figyelmen kívül ezt az e-mailt.',
  },
};
