import type { AccountMailWords } from './account-mail-words.ts';

export const en: AccountMailWords = {
  invitation: ({ by, accountName }) => ({
    subject: `${by} invites you to ${accountName}`,
    lines: [`${by} invites you to join the team of ${accountName} and talk to the visitors of its website.`],
    button: 'Accept the invitation',
    closing: 'The link is valid for 7 days and can be used once. If you do not know what this is about, ignore it.',
  }),
  reset: {
    subject: 'A new password',
    lines: ['Somebody, we hope you, asked for a new password for your log-in.'],
    button: 'Choose a new password',
    closing: 'The link is valid for one hour and can be used once. If it was not you, ignore this e-mail.',
  },
};
