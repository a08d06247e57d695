import type { AccountMailWords } from './account-mail-words.ts';

export const cs: AccountMailWords = {
  invitation: ({ by, accountName }) => ({
    subject: `${by} vás zve do ${accountName}`,
    lines: [`${by} vás zve do týmu ${accountName}, abyste mluvili s návštěvníky jeho webu.`],
    button: 'Přijmout pozvánku',
    closing: 'Odkaz platí 7 dní a lze ho použít jednou. Pokud nevíte, o co jde, e-mail ignorujte.',
  }),
  reset: {
    subject: 'Nové heslo',
    lines: ['Někdo, doufáme že vy, požádal o nové heslo k vašemu přístupu.'],
    button: 'Zvolit nové heslo',
    closing: 'Odkaz platí hodinu a lze ho použít jednou. Pokud jste to nebyli vy, e-mail ignorujte.',
  },
};
