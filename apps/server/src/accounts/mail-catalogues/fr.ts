import type { AccountMailWords } from './account-mail-words.ts';

export const fr: AccountMailWords = {
  invitation: ({ by, accountName }) => ({
    subject: `${by} vous invite dans ${accountName}`,
    lines: [`${by} vous invite dans l’équipe de ${accountName}, pour parler avec les visiteurs de son site.`],
    button: 'Accepter l’invitation',
    closing:
      'Le lien est valable 7 jours et ne sert qu’une fois. Si vous ne savez pas de quoi il s’agit, ignorez cet e-mail.',
  }),
  reset: {
    subject: 'Un nouveau mot de passe',
    lines: ['Quelqu’un, nous espérons que c’est vous, a demandé un nouveau mot de passe pour votre accès.'],
    button: 'Choisir un nouveau mot de passe',
    closing: 'Le lien est valable une heure et ne sert qu’une fois. Si ce n’était pas vous, ignorez cet e-mail.',
  },
};
